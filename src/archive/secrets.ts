/** A secret in a text, from `start` up to `end`. */
export interface Secret {
  what: string;
  start: number;
  end: number;
}

interface Kind {
  what: string;
  pattern: string;
  /** A piece of every secret of this kind and of what stands around it, where the pattern by itself takes long to find nothing. */
  mark?: string;
}

/** What secrets look like, those of the services that people paste logs and configuration of. Each is unmistakable. */
const KINDS: readonly Kind[] = [
  {
    what: 'a private key',
    pattern:
      '-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:[\\s\\\\nr]|[A-Za-z-]+: [^\\n]*)*[A-Za-z0-9+/=\\s\\\\]{24,}(?:-----END [A-Z0-9 ]+-----)?',
  },
  {
    what: 'an access key of AWS',
    pattern: '\\b(?:A3T[A-Z0-9]|AKIA|ASIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{16}\\b',
  },
  {
    what: 'a secret key of AWS',
    mark: '[Kk][Ee][Yy][\'"]?\\s*[:=]',
    pattern:
      '(?<=\\b(?:[Aa][Ww][Ss]_?)?[Ss][Ee][Cc][Rr][Ee][Tt]_?[Aa][Cc][Cc][Ee][Ss][Ss]_?[Kk][Ee][Yy][\'"]?\\s*[:=]\\s*[\'"]?)[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])',
  },
  {
    what: 'a token of GitHub',
    mark: 'gh[pousr]_|github_pat_|x-oauth-basic',
    pattern:
      '\\bgh[pousr]_[A-Za-z0-9]{36,}|\\bgithub_pat_[A-Za-z0-9_]{22,}|\\bghs_\\d{1,20}_[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+){2}|(?<=\\bhttps?://)[A-Za-z0-9_-]{20,}(?=:x-oauth-basic@)',
  },
  { what: 'a token of GitLab', pattern: '\\bgl(?:pat|dt|rt|cbt|ptt|ft|oas)-[A-Za-z0-9_-]{20,}' },
  { what: 'a token of Slack', pattern: '\\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\\bxapp-\\d-[A-Za-z0-9-]{10,}' },
  {
    what: 'a webhook of Slack',
    pattern: 'https://hooks\\.slack\\.com/(?:services|workflows)/[A-Z0-9]+/[A-Z0-9]+/[A-Za-z0-9/]{16,}',
  },
  {
    what: 'a webhook of Discord',
    pattern: 'https://(?:\\w+\\.)?discord(?:app)?\\.com/api/webhooks/\\d+/[A-Za-z0-9_-]{30,}',
  },
  { what: 'a key of Google Cloud', pattern: '\\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|\\bya29\\.[A-Za-z0-9_-]{20,}' },
  {
    what: 'a key of an Azure account',
    mark: 'Key=|\\dQ~',
    pattern:
      '(?<=\\b(?:AccountKey|SharedAccessKey)=)[A-Za-z0-9+/]{40,}={0,2}|(?<![\\w~.-])[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}',
  },
  {
    what: 'a token of npm',
    mark: 'npm_|_authToken=',
    pattern: '\\bnpm_[A-Za-z0-9]{36,}|(?<=:_authToken=)[A-Za-z0-9-]{20,}',
  },
  { what: 'a token of PyPI', pattern: '\\bpypi-[A-Za-z0-9_-]{50,}' },
  { what: 'a token of Docker', pattern: '\\bdckr_pat_[A-Za-z0-9_-]{20,}' },
  { what: 'a key of Stripe', pattern: '\\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}' },
  { what: 'a key of SendGrid', pattern: '\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}' },
  { what: 'a key of Twilio', pattern: '\\bSK[0-9a-f]{32}\\b' },
  { what: 'a token of Shopify', pattern: '\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}' },
  { what: 'a token of Vault', pattern: '\\bhv[sbr]\\.[A-Za-z0-9_-]{24,}' },
  { what: 'a token of DigitalOcean', pattern: '\\bdo[por]_v1_[a-f0-9]{64}' },
  { what: 'a token of Databricks', pattern: '\\bdapi[a-f0-9]{32}\\b' },
  { what: 'a token of Grafana', pattern: '\\bglsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}|\\bglc_[A-Za-z0-9+/]{32,}' },
  { what: 'a key of New Relic', pattern: '\\bNRAK-[A-Z0-9]{27}' },
  {
    what: 'a key of a language model',
    pattern:
      '\\bsk-(?:ant|proj|svcacct|admin)-[A-Za-z0-9_-]{20,}|\\bsk-[A-Za-z0-9]{48}\\b|\\bgsk_[A-Za-z0-9]{52}\\b|\\bhf_[A-Za-z]{34}\\b',
  },
  { what: 'a token of 1Password', pattern: '\\bops_ey[A-Za-z0-9+/=_-]{100,}' },
  { what: 'a token of Cloudflare', pattern: '\\b(?:cfk|cfut|cfat)_[A-Za-z0-9]{40}[0-9a-f]{8}\\b' },
  { what: 'a token of Figma', pattern: '\\bfigd_[A-Za-z0-9_-]{40,}' },
  { what: 'a token of Notion', pattern: '\\bntn_\\d{11}[A-Za-z0-9]{35}\\b' },
  { what: 'a key of Tailscale', pattern: '\\btskey-[a-z]{2,20}-\\w{8,40}-\\w{16,60}' },
  { what: 'a token of Vercel', pattern: '\\b(?:vcp|vci|vca|vcr|vck)_[A-Za-z0-9]{20,60}\\b' },
  { what: 'a token of Linear', pattern: '\\blin_api_[A-Za-z0-9]{32,}' },
  {
    what: 'a signed token (JWT)',
    pattern: '\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}',
  },
  {
    what: 'a password in an address',
    mark: '://[^\\s/]*@',
    pattern:
      '(?<=\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/?#@\'"`<>]{0,80}:)(?!\\d{1,5}[?#])[^\\s/\'"`<>]{3,200}(?=@(?!localhost\\b|127\\.0\\.0\\.1\\b|(?:[\\w-]+\\.)*example(?:\\.(?:com|org|net))?\\b)[A-Za-z0-9\\[])',
  },
  {
    what: 'a password in an address',
    mark: '[?&;](?:password|passwd|pwd)=',
    pattern:
      '(?<=\\b[a-z][a-z0-9+.:-]{1,30}://(?!(?:[\\w-]+\\.)*example(?:\\.(?:com|org|net))?\\b)[^\\s\'"`<>]{1,200}[?&;](?:password|passwd|pwd)=)[^\\s&;#\'"`<>]{3,200}',
  },
  {
    what: 'a token in a header',
    mark: '[Aa]uthorization',
    pattern:
      '(?<=\\b[Aa]uthorization[\'"]?\\s?[:=]\\s?[\'"]?(?:[Bb]asic|[Bb]earer|[Tt]oken)\\s)(?=[^\\s\'"`]*\\d)(?=[^\\s\'"`]*[A-Za-z])[A-Za-z0-9+/=._~-]{16,}',
  },
  {
    what: 'a password in a connection string',
    mark: '(?:Password|Pwd)=',
    pattern: '(?<=\\b(?:User ?Id|Uid|User ?name|User)=[^;\\n]{1,80};\\s?(?:Password|Pwd)=)[^;\\s\'"`]{3,200}',
  },
];

/** What stands where a password was, or in a manual. */
const STAND_INS =
  /^(?:(.)\1*|.*(?:[xX]{8}|\*{3}|0{12}|•{3}).*|.*(?:EXAMPLE|example|REDACTED|redacted|placeholder|PLACEHOLDER|changeme|CHANGEME).*|\$.*|[%{[(].*|x-oauth-basic|\.\.\.|…|(?:pass(?:word|wd|phrase)?|PASS(?:WORD|WD)?|pwd|PWD|secret|SECRET|token|TOKEN|your[-_]?\w*|my[-_]?\w*))$/s;

interface Search {
  kinds: readonly Kind[];
  /** Each kind in a group of its own. */
  pattern: RegExp;
}

function searchFor(kinds: readonly Kind[]): Search {
  return { kinds, pattern: new RegExp(kinds.map(({ pattern }) => `(${pattern})`).join('|'), 'g') };
}

const EVERY_KIND = searchFor(KINDS);

/** What there can be in a text without any of the marks. */
const UNMARKED_KINDS = searchFor(KINDS.filter(({ mark }) => mark === undefined));
const MARKS = new RegExp(KINDS.flatMap(({ mark }) => mark ?? []).join('|'));

/** Every secret in a text. What stands in for one (`***`, `$PASSWORD`, a key that ends in EXAMPLE) is none. */
export function secretsIn(text: string): Secret[] {
  const secrets: Secret[] = [];
  const { kinds, pattern } = MARKS.test(text) ? EVERY_KIND : UNMARKED_KINDS;
  for (const match of text.matchAll(pattern)) {
    const [found, ...groups] = match;
    if (STAND_INS.test(found)) continue;
    const what = kinds[groups.findIndex((group) => group !== undefined)]?.what ?? 'a secret';
    secrets.push({ what, start: match.index, end: match.index + found.length });
  }
  return secrets;
}

/** A text of the same length and with the same lines in which no secret can be read. */
export function hideSecrets(text: string): string {
  let hidden = '';
  let done = 0;
  for (const { start, end } of secretsIn(text)) {
    hidden += text.slice(done, start) + text.slice(start, end).replace(/\S/g, '•');
    done = end;
  }
  return hidden + text.slice(done);
}

/**
 * Hides in words about a text whatever is secret in that text: a message may quote a secret without what gives it away, or
 * turned into an id.
 */
export function secretHider(text: string): (words: string) => string {
  const pieces = secretsIn(text)
    .map(({ start, end }) => text.slice(start, end))
    // Of many lines each is secret, save those that say what it is.
    .flatMap((secret) => (/\s/.test(secret) ? secret.split(/\s+/).filter((piece) => /\w{9}/.test(piece)) : secret))
    .sort((a, b) => b.length - a.length)
    .map((piece) => new RegExp(piece.replace(/[^A-Za-z0-9]/g, '[^A-Za-z0-9]?'), 'gi'));
  return (words) =>
    hideSecrets(pieces.reduce((hidden, piece) => hidden.replace(piece, (found) => '•'.repeat(found.length)), words));
}
