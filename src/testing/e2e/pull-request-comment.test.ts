import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postmortem } from '../archive.ts';
import { workflow } from '../pipelines.ts';
import { runSteps } from '../run-steps.ts';
import { HOSTILE, PullRequests } from './pull-requests.ts';

const pulls = new PullRequests();
beforeAll(() => pulls.open());
afterAll(() => pulls.remove());

describe('the comment', () => {
  const MARK = '<!-- cairn-summary -->\n';
  const script = workflow('.github/workflows/comment.yml').jobs.comment?.steps ?? [];

  /** Runs the script beside a `gh` that answers as GitHub would and writes down what it is asked to write. */
  const comment = ({ body = `${MARK}Nothing is wrong.\n`, number = '12\n', head = 'abc', known = '' }) => {
    const temp = pulls.newPlace('comment');
    mkdirSync(join(temp, 'summary'));
    mkdirSync(join(temp, 'bin'));
    writeFileSync(join(temp, 'summary/summary.md'), body);
    writeFileSync(join(temp, 'summary/number'), number);
    writeFileSync(
      join(temp, 'bin/gh'),
      `#!/bin/sh
case "$*" in
  *--method*) printf '%s\\n' "$*" | sed "s|$RUNNER_TEMP|T|" >> "$RUNNER_TEMP/written" ;;
  *pulls/*) echo ${head} ;;
  *comments*) echo '${known}' ;;
esac
`,
    );
    chmodSync(join(temp, 'bin/gh'), 0o755);
    const { runs: done } = runSteps(script, {
      folder: temp,
      temp,
      env: { GH_TOKEN: 't', REPOSITORY: 'o/r', HEAD_SHA: 'abc', PATH: `${join(temp, 'bin')}:${process.env.PATH}` },
    });
    const written = join(temp, 'written');
    return {
      outcome: done[0]?.outcome,
      output: done[0]?.output,
      written: existsSync(written) ? readFileSync(written, 'utf8').trim().split('\n') : [],
    };
  };

  test('is written once, and then anew', () => {
    expect(comment({})).toEqual({
      outcome: 'success',
      output: '',
      written: ['api --method POST repos/o/r/issues/12/comments --field body=@T/summary/summary.md --silent'],
    });
    expect(comment({ known: '77' }).written).toEqual([
      'api --method PATCH repos/o/r/issues/comments/77 --field body=@T/summary/summary.md --silent',
    ]);
  });

  test.each([
    ['a number that is none', { number: '12; touch pwned' }, 'names no pull request'],
    ['no number', { number: '' }, 'names no pull request'],
    ['another pull request', { head: 'def' }, 'is another one'],
    ['a text of its own', { body: 'Hello\n' }, 'none of Cairn'],
    ['too long a text', { body: MARK + 'x'.repeat(200_001) }, 'too long'],
    ['a mention', { body: `${MARK}@everyone\n` }, 'does not write'],
    ['a mention behind a backslash', { body: `${MARK}\\@everyone\n` }, 'does not write'],
    ['a picture', { body: `${MARK}![x](https://evil.example)\n` }, 'does not write'],
    ['HTML', { body: `${MARK}<img src=x>\n` }, 'does not write'],
    ['HTML behind a backslash that is none', { body: `${MARK}\\\\<img src=x>\n` }, 'does not write'],
    ['a mention in disguise', { body: `${MARK}&#64;everyone\n` }, 'does not write'],
  ])('is not written for %s', (_, given, said) => {
    const { written, output } = comment(given);
    expect(written).toEqual([]);
    expect(output).toContain(said);
    expect(pulls.executed()).toEqual([]);
  });

  test('is written for what the summary prints, hostile as the file may be', async () => {
    const { temp } = await pulls.contentJob({
      'content/postmortems/2026/2026-11-10-hostile.md': postmortem([
        `title: '${HOSTILE} ![x](https://evil.example) <b>&lt; \\\\< | \\@team'`,
        'services: [nobody]',
      ]),
      'content/postmortems/2026/2026-11-11-hostile.md': postmortem([`title: '${HOSTILE} ![x](y) <b> &lt; \\ \\\\<'`]),
    });
    const body = readFileSync(join(temp, 'summary/summary.md'), 'utf8');
    expect(body).toContain('@');
    expect(comment({ body })).toMatchObject({ outcome: 'success', output: '' });
  });
});
