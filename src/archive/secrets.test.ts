import { expect, test } from 'vitest';
import { type Files, linesOf, postmortem } from '../testing/archive.ts';
import { hideSecrets, secretsIn } from './secrets.ts';

// Put together here, so that no file of the project holds anything that looks like a secret.
const letters = 'aB3dE5gH7jK9mN1pQ4sT6vX8zC2fR0wY';
const upper = 'QWERTZUIOPASDFGH';
const hex = '0123456789abcdef';
const dashes = '-'.repeat(5);
const key = `${dashes}BEGIN RSA PRIVATE KEY${dashes}\n${letters}${letters}\n${letters}==\n${dashes}END RSA PRIVATE KEY${dashes}`;

const SECRETS: [string, string][] = [
  ['a private key', key],
  ['a private key', key.replaceAll('\n', '\\n')],
  ['an access key of AWS', `AKIA${upper}`],
  ['a secret key of AWS', `aws_secret_access_key = ${letters}12345678`],
  ['a token of GitHub', `ghp_${letters}1234`],
  ['a token of GitHub', `github_pat_${letters}`],
  ['a token of GitLab', `glpat-${letters}`],
  ['a token of Slack', `xoxb-${letters}`],
  ['a webhook of Slack', `https://hooks.slack.com/services/T0AB/B0CD/${letters}`],
  ['a key of Google Cloud', `AIza${letters}123`],
  ['a key of an Azure account', `AccountKey=${letters}${letters}==`],
  ['a token of npm', `npm_${letters}1234`],
  ['a token of PyPI', `pypi-${letters}${letters}`],
  ['a key of Stripe', `sk_live_${letters}`],
  ['a key of Twilio', `SK${hex}${hex}`],
  ['a token of Vault', `hvs.${letters}`],
  ['a token of DigitalOcean', `dop_v1_${hex.repeat(4)}`],
  ['a signed token (JWT)', `eyJ${letters}.eyJ${letters}.${letters}`],
  ['a password in an address', `postgres://app:${letters}@db-1.internal:5432/orders`],
  ['a password in an address', `redis://:${letters}@cache:6379`],
];

test.each(SECRETS)('%s is found and never printed', async (what, secret) => {
  const body = `Then \`${secret}\` was seen.\n`;
  expect(secretsIn(body).map((found) => found.what)).toEqual([what]);
  const lines = await linesOf({ 'postmortems/it.md': postmortem([], body) });
  expect(lines).toEqual([expect.stringMatching(/^postmortems\/it\.md:7:\d+ secret this looks like /)]);
  expect(lines[0]).toContain(what);
  const bare = secret.includes('://') || secret.includes('=') ? letters : secret.slice(8, 28);
  expect(lines.join('\n')).not.toContain(bare);
  expect(hideSecrets(body)).not.toContain(bare);
  expect(hideSecrets(body)).toHaveLength(body.length);
});

test.each([
  'postgres://app:***@db/orders',
  'postgres://app:$PASSWORD@db/orders',
  'postgres://app:<password>@db/orders',
  'postgres://user:password@db/orders',
  'https://user@git.example/x',
  'https://example.com:8080/@scope/pkg',
  `AKIA${'IOSFODNN7'}EXAMPLE`,
  `ghp_${'x'.repeat(36)}`,
  `${dashes}BEGIN PRIVATE KEY${dashes} stands at its head.`,
  `${dashes}BEGIN CERTIFICATE${dashes}\n${letters}${letters}`,
  '3f786850e387550fdaa836ed7e6dc881de23001b',
  'sk-learn, task-force-one, eyJ is how a token starts',
])('%s is none', (text) => {
  expect(secretsIn(text)).toEqual([]);
});

test('every kind of file is looked through, whatever else is wrong with it', async () => {
  const secret = `glpat-${letters}`;
  const files: Files = {
    'site.yaml': `name: ${secret}\n`,
    'synonyms.yaml': `oom: ${secret}\n`,
    'postmortems/it.mdx': postmortem([`summary: ${secret}: #1`, `${secret.toLowerCase()}: x`], `{${secret}}\n`),
    'causes/c.md': `---\nname: C\n---\n\n${secret}\n`,
    'services/s.yaml': `name: ${secret}\nteam: ${secret}\n`,
    'teams/t.yaml': `name: T\ncontact: ${secret}\n`,
    'guides/g.mdx': `---\ntitle: G\nsummary: S\n---\n\n${secret}\n`,
    'templates/t.mdx': `---\ntemplate: { name: T, summary: S }\nsummary: ${secret}\n---\n`,
  };
  const lines = await linesOf(files);
  const found = new Set(lines.filter((line) => line.includes(' secret ')).map((line) => line.split(':')[0]));
  expect([...found].sort()).toEqual(Object.keys(files).sort());
  expect(lines.join('\n')).not.toContain(secret);
});

test('a file name or an id never ends in the midst of what is hidden', () => {
  const text = `a ghp_${letters}1234 b\nc`;
  expect(hideSecrets(text)).toBe(`a ${'•'.repeat(40)} b\nc`);
});
