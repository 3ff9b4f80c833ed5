import { type Files, linesOf, postmortem } from './archive.ts';

/** A catalogue of one of each, and an incident that came earlier. */
export const CATALOGUE: Files = {
  'causes/pool-exhausted.md': '---\nname: Pool exhausted\naliases: [out of connections]\n---\n',
  'factors/slow-alert.md': '---\nname: Slow alert\nrelated: [pool-exhausted]\n---\n',
  'services/checkout.yaml': 'name: Checkout\nteam: platform\n',
  'teams/platform.yaml': 'name: Platform\n',
  'postmortems/earlier.md': postmortem('started: 2023-03-01T10:00Z'),
};

/** The problems of one postmortem beside the catalogue above, as `line:column rule`. */
export async function judge(front: string | string[], body?: string, more: Files = {}): Promise<string[]> {
  const lines = await linesOf({ ...CATALOGUE, 'postmortems/it.md': postmortem(front, body), ...more });
  return lines.map((line) => {
    const [place = '', rule] = line.split(' ');
    return `${place.replace(/^postmortems\/it\.md:/, '')} ${rule}`;
  });
}

/** What `line` says after its rule. */
export async function message(front: string | string[]): Promise<string | undefined> {
  const [line] = await linesOf({ ...CATALOGUE, 'postmortems/it.md': postmortem(front) });
  return line?.split(' ').slice(2).join(' ');
}
