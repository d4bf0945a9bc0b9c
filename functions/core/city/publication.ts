import { type DurationMs, type EpochMs, minuteMs } from '../time.ts';

/** What an instance knows of publications is relied on for so long where the register fails: it stands in the very table that tickets go to. */
export const trustedMs: DurationMs = 2 * minuteMs;

/**
 * One publication of a city's rules (发布): written once, never changed. The latest one whose time has come is in force;
 * a later one therefore also replaces an earlier one that is still waiting for its time.
 */
export interface Publication {
  readonly city: string;
  /** 1, 2, 3 without gaps. */
  readonly version: number;
  /** Names the sources, which are kept for ever. */
  readonly hash: string;
  readonly policyId: string;
  /** In force from this instant on. */
  readonly from: EpochMs;
  readonly publishedAt: EpochMs;
  /** Who published it, and why. */
  readonly by: string;
  readonly reason: string;
  /** The version it brings back (回退), where it brings one back. */
  readonly rollbackOf?: number;
}

/** The publication in force at `now`, of those given with the latest version first; `undefined` before the first one. */
export const inForce = (latestFirst: readonly Publication[], now: EpochMs): Publication | undefined =>
  latestFirst.find(({ from }) => from <= now);
