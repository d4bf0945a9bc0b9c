import type { Walker } from '../walker.ts';

/** A line of the list of resources or of needs, as it is answered. */
export interface Line {
  readonly id: string;
  readonly free: number;
}

interface Project {
  readonly id: string;
  readonly status: string;
  readonly quantity: number;
}

/** A unit puts a resource or a need on its list (资源清单, 需求清单). */
export const register = (w: Walker, unit: string, line: object): Promise<Line> =>
  w.as(unit).post<Line>('/shares', line, {
    what: '登记清单',
    expect: 201,
    fact: ({ id, free }: Line) => `${id.slice(0, 6)}…, ${free} free`,
  });

/** One side offers a project (项目清单): a need and a resource of its kind. */
export const offerProject = (w: Walker, unit: string, project: object): Promise<Project> =>
  w.as(unit).post<Project>('/projects', project, { what: '提出项目', expect: 201, fact: status });

/** A side takes a project on: agrees, says that it is done, rates the other. */
export const moveProject = (
  w: Walker,
  unit: string,
  project: Project,
  step: keyof typeof steps,
  body: object,
): Promise<Project> =>
  w.as(unit).post<Project>(`/projects/${project.id}/${step}`, body, { what: steps[step], fact: status });

const steps = { agree: '同意项目', finish: '完成项目', rate: '双向评价' } as const;

const status = ({ status: now }: Project): string => now;
