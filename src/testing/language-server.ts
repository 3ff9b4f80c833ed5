import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** A place in a text, counted from 0 as language servers do. */
export interface Place {
  line: number;
  character: number;
}

/** What a language server says is wrong. */
export interface Diagnostic {
  range: { start: Place; end: Place };
  message: string;
  severity?: number;
}

/** A language server that runs, and what an editor asks it. */
export interface LanguageServer {
  /** Opens a file with a text, which need not be what stands on the disk; or changes the text of one that is open. */
  open(path: string, languageId: string, text: string): Promise<OpenFile>;
  stop(): Promise<void>;
}

/** A file that an editor has open. */
export interface OpenFile {
  /** The labels that are offered at a place, in the order of the server. */
  completions(place: Place): Promise<string[]>;
  /** The text that is shown at a place; empty where there is none. */
  hover(place: Place): Promise<string>;
  /** What is wrong in it. */
  diagnostics(): Promise<Diagnostic[]>;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** Starts a server over its standard input and output, as an editor does. `settings` answer whatever it asks for. */
export async function startLanguageServer(
  [program, ...args]: readonly [string, ...string[]],
  folder: string,
  { initializationOptions = {}, settings = {} }: { initializationOptions?: object; settings?: Record<string, unknown> },
): Promise<LanguageServer> {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const published = new Map<string, Diagnostic[]>();
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Set<() => void>();
  const versions = new Map<string, number>();
  let asked = 0;

  const send = (message: Message): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method: string, params: unknown): Promise<unknown> => {
    asked += 1;
    const id = asked;
    send({ id, method, params });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  onMessages(child, ({ id, method, params, result, error }) => {
    if (method === undefined && id !== undefined) {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      published.set(uri, diagnostics);
      for (const listener of listeners) listener();
    } else if (id !== undefined) {
      const items = (params as { items?: { section?: string }[] })?.items ?? [];
      const answer = items.map(({ section = '' }) => settings[section] ?? null);
      send({ id, result: method === 'workspace/configuration' ? answer : null });
    }
  });

  const root = pathToFileURL(folder).href;
  const { capabilities } = (await ask('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'wiki' }],
    initializationOptions,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: { completionItem: { snippetSupport: true } },
        diagnostic: {},
        publishDiagnostics: {},
      },
    },
  })) as { capabilities: { diagnosticProvider?: unknown } };
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });

  const diagnosticsOf = async (uri: string): Promise<Diagnostic[]> => {
    if (capabilities.diagnosticProvider) {
      const answer = (await ask('textDocument/diagnostic', { textDocument: { uri } })) as { items: Diagnostic[] };
      return answer.items;
    }
    while (!published.has(uri)) {
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      });
    }
    return published.get(uri) ?? [];
  };

  return {
    async open(path, languageId, text) {
      const uri = pathToFileURL(path).href;
      published.delete(uri);
      versions.set(uri, (versions.get(uri) ?? 0) + 1);
      const version = versions.get(uri);
      if (version === 1) {
        send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version, text } } });
      } else {
        const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
        send({ method: 'textDocument/didChange', params });
      }
      const textDocument = { uri };
      return {
        async completions(position) {
          const answer = (await ask('textDocument/completion', { textDocument, position })) as Completions;
          return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
        },
        async hover(position) {
          const answer = (await ask('textDocument/hover', { textDocument, position })) as {
            contents?: { value?: string } | string;
          } | null;
          const contents = answer?.contents ?? '';
          return typeof contents === 'string' ? contents : (contents.value ?? '');
        },
        diagnostics: () => diagnosticsOf(uri),
      };
    },
    async stop() {
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      await ask('shutdown', null);
      send({ method: 'exit' });
      child.stdin?.end();
      await ended;
    },
  };
}

type Completions = { label: string }[] | { items?: { label: string }[] } | null;

/** Takes the messages out of what a server writes: a header with a length, an empty line, and that many bytes. */
function onMessages(child: ChildProcess, receive: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  child.stdout?.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1]);
      if (buffer.length < head + 4 + length) return;
      const body = buffer.toString('utf8', head + 4, head + 4 + length);
      buffer = buffer.subarray(head + 4 + length);
      receive(JSON.parse(body) as Message);
    }
  });
}
