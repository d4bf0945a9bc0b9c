/** A pool as the budget sees it. */
interface BudgetMember {
  /** Instances it has. */
  size(): number;
  /** Since when its longest idle instance is idle; infinite when none is. */
  idleSince(): number;
  /** Ends that instance. */
  evict(): void;
}

/** Holds the instances of all functions together to a number, so that the host fits into the memory of a laptop. */
export interface InstanceBudget {
  join(member: BudgetMember): void;
  /** Before a new instance: ends the one idle for longest, of any function, if there are as many as allowed. */
  makeRoom(): void;
}

/** While all instances are busy the budget is exceeded rather than an event held up. */
export function createBudget(instancesMax: number): InstanceBudget {
  const members: BudgetMember[] = [];
  return {
    join: (member) => members.push(member),
    makeRoom() {
      const total = members.reduce((sum, member) => sum + member.size(), 0);
      if (total < instancesMax) return;
      const [longest] = members.toSorted((one, other) => one.idleSince() - other.idleSince());
      if (longest !== undefined && longest.idleSince() < Number.POSITIVE_INFINITY) longest.evict();
    },
  };
}
