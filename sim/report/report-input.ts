import type { Text } from '../../functions/messages/text.ts';
import type { ComparisonReport } from './comparison-report.ts';
import type { PartFigures } from './part-figures.ts';

/** A mean of replications. One replication has no interval. Shares are from 0 to 1, differences are b - a. */
export interface Figure {
  readonly mean: number;
  readonly halfWidth95?: number;
}

export type MeasureUnit = 'count' | 'share' | 'hours' | 'seconds' | 'points';

/** What was run, so that anyone can run it again. */
export interface RunSubject {
  readonly scenario: string;
  readonly scenarioTitle: Text;
  readonly pack: string;
  readonly rulesHash: string;
  readonly city: Text;
  /** The first day, such as `2023-07-01`. */
  readonly startDate: string;
  readonly days: number;
  /** Days at the front that are in no figure. */
  readonly warmUpDays: number;
  readonly seed: number;
  readonly replications: number;
  /** The digest of the first replication: equal on every machine. */
  readonly digest: string;
}

export interface MeasureFigure {
  readonly name: string;
  readonly title: Text;
  readonly unit: MeasureUnit;
  readonly figure: Figure;
  readonly better?: 'higher' | 'lower';
  /** Counted of acting early. */
  readonly of?: 'early' | 'skills' | 'help' | 'seats';
}

/**
 * Counts by range over all replications together: `counts[i]` from `edges[i]` to before `edges[i + 1]`; the last range has
 * no upper end.
 */
export interface HistogramData {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** A value nobody published. */
export interface AssumptionLine {
  readonly key: string;
  readonly value: string;
  readonly why: string;
}

/** What every page has. */
export interface ReportBase {
  readonly title: Text;
  /** Titles of groups and classes by their keys, where the pack gives them titles. */
  readonly labels?: Readonly<Record<string, Text>>;
  /** The command that makes this result again. */
  readonly command: string;
  readonly assumptions: readonly AssumptionLine[];
}

export interface TierFigures {
  readonly tier: string;
  readonly title: Text;
  readonly tickets: Figure;
  readonly onTimeShare: Figure;
  readonly p50Hours: Figure;
  readonly p90Hours: Figure;
  readonly p99Hours: Figure;
  /** How late the late ones were. */
  readonly latenessHours: HistogramData;
}

/** A rung of the escalation ladder (提级), or any other name with a count. */
export interface CountFigure {
  readonly key: string;
  readonly title: Text;
  readonly count: Figure;
}

/** How summoned units (部门报到) arrived, per kind of whistle. */
export interface ArrivalFigures {
  readonly kind: string;
  readonly title: Text;
  readonly summonses: Figure;
  readonly onTimeShare: Figure;
  readonly minutes: HistogramData;
}

/** One value a day: the mean over replications and the band that holds 95 % of them. */
export interface DailySeries {
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export type DailyName = 'contacts' | 'tickets' | 'closed' | 'backlog' | 'overdueOpen' | 'utilisation';

export interface UnitFigures {
  readonly unit: string;
  readonly name: Text;
  readonly kind: string;
  readonly district?: string;
  readonly tickets: number;
  readonly staff: number;
  readonly utilisation: number;
  readonly backlogMax: number;
  readonly waitHoursMean: number;
  readonly onTimeShare?: number;
}

/** A unit's line on a board; with several replications means, and the range of its rank over them. */
export interface BoardLine {
  readonly unit: string;
  readonly name: Text;
  readonly rank?: number;
  readonly rankLow?: number;
  readonly rankHigh?: number;
  /** Places gained since the month before; negative when lost. */
  readonly movement?: number;
  readonly score?: Figure;
  readonly cases: number;
  readonly response?: number;
  readonly resolution?: number;
  readonly satisfaction?: number;
  readonly onTime?: number;
  /** The key of its class (先进, 整改 ...). */
  readonly className?: string;
}

export interface BoardFigures {
  readonly month: string;
  readonly groups: readonly {
    readonly group: string;
    readonly lines: readonly BoardLine[];
  }[];
}

/** The outlines of districts, as GeoJSON features whose `id` is the district's code. */
export interface DistrictShapes {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
  }[];
}

/** A district as the map shows it. */
export interface DistrictFigures {
  readonly district: string;
  readonly name: Text;
  readonly tickets: number;
  readonly onTimeShare?: number;
  readonly utilisation: number;
  readonly backlogMax: number;
}

/** One ticket's life in the simulation. */
export interface TicketTimeline {
  readonly number: number;
  readonly tier: string;
  readonly item?: string;
  readonly unit?: string;
  readonly steps: readonly { readonly at: string; readonly what: Text; readonly by?: string }[];
}

/** A figure published elsewhere beside the run's own of the same month or year. It was never an input of the run. */
export interface PublishedPoint {
  /** `2019-01`, or `2022` for a year: then the mean of its months in the run. */
  readonly date: string;
  readonly title: Text;
  readonly unit: MeasureUnit;
  readonly published: number;
  /** Absent where the run has no such month or measure. */
  readonly simulated?: Figure;
  readonly source: string;
}

/** A run beside what was published, and how many values of its scenario were free to be chosen. */
export interface PublishedFigures {
  readonly points: readonly PublishedPoint[];
  readonly free: number;
  /** Root mean square distance over the points that the run has. */
  readonly distance?: number;
}

/** A kind of cause that makes many people ask, or a surge of the load. */
export interface CauseFigures {
  readonly cause: string;
  readonly title: Text;
  readonly causes: Figure;
  readonly tickets: Figure;
  readonly avoided: Figure;
  /** Causes that were warned of, and hours from their first request to that; absent where some replication has none. */
  readonly detected: Figure;
  readonly detectionHours?: Figure;
}

/** One pack in one scenario. */
export interface RunReport extends ReportBase {
  readonly kind: 'run';
  readonly subject: RunSubject;
  readonly measures: readonly MeasureFigure[];
  readonly tiers: readonly TierFigures[];
  readonly rungs: readonly CountFigure[];
  readonly arrivals: readonly ArrivalFigures[];
  readonly daily: {
    readonly dates: readonly string[];
    readonly series: Readonly<Record<DailyName, DailySeries>>;
  };
  readonly units: readonly UnitFigures[];
  readonly boards: readonly BoardFigures[];
  readonly districts: readonly DistrictFigures[];
  readonly shapes?: DistrictShapes;
  readonly tickets: readonly TicketTimeline[];
  /** Where the scenario names published figures. */
  readonly published?: PublishedFigures;
  /** Where the scenario says what causes requests. */
  readonly causes?: readonly CauseFigures[];
  /** Parts of the model that the scenario switches on: skills, queues of helpers, seats of the hotline. */
  readonly parts?: readonly PartFigures[];
  /** Prints any ticket's timeline; `{number}` stands for its number. */
  readonly traceCommand: string;
}

/** One pack and scenario with one parameter at several values. */
export interface SweepReport extends ReportBase {
  readonly kind: 'sweep';
  readonly subject: RunSubject;
  readonly parameter: string;
  readonly points: readonly { readonly value: number; readonly measures: readonly MeasureFigure[] }[];
}

export type ReportInput = RunReport | ComparisonReport | SweepReport;
