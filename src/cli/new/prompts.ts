import * as clack from '@clack/prompts';

/** Thrown when somebody leaves a question with Ctrl-C, Ctrl-D or Escape. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** Standard output is for the result. */
const output = process.stderr;

// The end of input is an answer too: without this the program would end in the midst of a question, without a word.
clack.updateSettings({ aliases: { '\u0004': 'cancel' } });

/** One answer of several. */
export interface Choice<Value> {
  value: Value;
  label: string;
}

/** Asks for a line of text. `fault` says what is wrong with an answer. */
export function askText(
  message: string,
  { placeholder, fault }: { placeholder?: string; fault?: (answer: string) => string | undefined },
): Promise<string> {
  const validate = (answer: string | undefined): string | undefined => fault?.(answer ?? '');
  return answered(clack.text({ message, output, validate, ...(placeholder !== undefined && { placeholder }) })).then(
    (answer) => answer ?? '',
  );
}

/** Asks for one of several. */
export function askOne<Value extends string>(
  message: string,
  choices: readonly Choice<Value>[],
  initialValue?: Value,
): Promise<Value> {
  const options = choices.map(toOption);
  return answered(
    clack.select<string>({ message, options, output, ...(initialValue && { initialValue }) }),
  ) as Promise<Value>;
}

/** A list that is longer than this is searched by typing. */
const MOST_AT_A_GLANCE = 20;
const MOST_LINES = 12;

/** Asks for any number of several. */
export function askSome(message: string, choices: readonly Choice<string>[]): Promise<string[]> {
  const options = choices.map(toOption);
  return answered(
    choices.length > MOST_AT_A_GLANCE
      ? clack.autocompleteMultiselect<string>({ message, options, output, required: false, maxItems: MOST_LINES })
      : clack.multiselect<string>({ message, options, output, required: false, maxItems: MOST_LINES }),
  );
}

/** Asks for a yes or no. */
export function askWhether(message: string): Promise<boolean> {
  return answered(clack.confirm({ message, output, initialValue: false }));
}

function toOption({ value, label }: Choice<string>): { value: string; label: string } {
  return { value, label };
}

async function answered<Value>(prompt: Promise<Value | typeof clack.CANCEL_SYMBOL>): Promise<Value> {
  const answer = await prompt;
  if (clack.isCancel(answer)) throw new Interrupted();
  return answer as Value;
}
