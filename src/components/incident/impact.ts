import type { Durations } from '../../analysis/durations.ts';
import type { Impact } from '../../model/postmortem.ts';
import { formatDuration, formatMoney } from '../../site/format.ts';

/** One measure of an impact: its name, its value as inline Markdown, and where it comes from if Cairn computed it. */
export interface ImpactMeasure {
  name: string;
  value: string;
  note?: string;
}

const FROM = {
  windows: 'the sum of its windows',
  mitigated: 'from the start until mitigated',
  resolved: 'from the start until resolved; mitigation not recorded',
};

/** What is known of an impact, in the order in which it is read. What is not known is not among it. */
export function impactMeasures(impact: Impact | undefined, durations: Durations): ImpactMeasure[] {
  const { users, requests, dataLoss, downtime, cost, errorBudget, engineerHours, reputation } = impact ?? {};
  const time = durations.impact;
  const measures: (ImpactMeasure | undefined)[] = [
    'minutes' in time
      ? { name: 'Time with impact', value: formatDuration(time.minutes), note: FROM[time.from] }
      : undefined,
    downtime === undefined ? undefined : { name: 'Downtime', value: downtime, note: 'as the team counts it' },
    users === undefined ? undefined : { name: 'Users affected', value: users },
    requests === undefined ? undefined : { name: 'Requests', value: requests },
    dataLoss === undefined ? undefined : { name: 'Data lost or wrong', value: dataLoss },
    cost === undefined ? undefined : { name: 'Cost', value: formatMoney(cost) },
    errorBudget === undefined ? undefined : { name: 'Error budget', value: errorBudget },
    engineerHours === undefined ? undefined : { name: 'Engineer hours', value: engineerHours },
    reputation === undefined ? undefined : { name: 'Reputation', value: reputation },
  ];
  return measures.filter((measure) => measure !== undefined);
}
