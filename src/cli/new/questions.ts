import { plainText } from '../../archive/body/inline.ts';
import { oneLine } from '../../archive/drafts/one-line.ts';
import { readStarted } from '../../archive/drafts/started.ts';
import type { Template } from '../../archive/drafts/template.ts';
import type { Templates } from '../../archive/drafts/templates.ts';
import type { Day } from '../../model/record.ts';
import type { Severity } from '../../model/site.ts';
import { askOne, askSome, askText } from './prompts.ts';

/** Stands for what nobody knows yet. */
const UNKNOWN = '';

export async function askTitle(): Promise<string> {
  const fault = (answer: string): string | undefined => (oneLine(answer) === '' ? 'It needs a title.' : undefined);
  return oneLine(await askText('What broke, for whom? This is the title.', { fault }));
}

/** Asks when it started. The answer is empty where nobody knows. */
export async function askStarted(day: Day, zone: string): Promise<string> {
  const fault = (answer: string): string | undefined => {
    if (answer.trim() === '') return undefined;
    const read = readStarted(answer.trim(), day, zone);
    if (!('fault' in read)) return undefined;
    return `${read.fault.message}${read.fault.hint ? ` (${read.fault.hint})` : ''}`;
  };
  const message = `When were users first affected? In ${zone}; Enter if nobody knows yet.`;
  return (await askText(message, { placeholder: `${day}T15:30, or 15:30 on that day`, fault })).trim();
}

export async function askSeverity(scale: readonly Severity[]): Promise<string | undefined> {
  const choices = scale.map(({ id, meaning }) => ({ value: id, label: `${id}  ${plainText(meaning)}` }));
  const answer = await askOne('How bad was it?', [...choices, { value: UNKNOWN, label: 'Not known yet' }]);
  return answer === UNKNOWN ? undefined : answer;
}

/** Asks for the services, unless there are none. */
export async function askServices(services: readonly { id: string; name: string }[]): Promise<string[]> {
  if (services.length === 0) return [];
  const choices = services.map(({ id, name }) => ({ value: id, label: plainText(name) }));
  return askSome('Which services did users feel it in?', choices);
}

export async function askTemplate({ byId }: Templates, usual: Template): Promise<Template> {
  const others = [...byId.values()].filter(({ id }) => id !== usual.id);
  const choices = [usual, ...others].map(({ id, name, summary }) => ({
    value: id,
    label: `${name}  ${plainText(summary)}`,
  }));
  return byId.get(await askOne('Which template?', choices, usual.id)) ?? usual;
}
