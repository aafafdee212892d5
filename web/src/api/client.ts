import type { Problem } from './types';

const BASE = '/api/v1';

/** An answer that was not a success; status 0 if there was no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly errors: { field: string; message: string }[] = [],
  ) {
    super(detail);
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

/** Joins a path and its parameters, leaving out those without a value. */
export function address(path: string, parameters: Record<string, string | number | boolean | null | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const words = query.toString();
  return words ? `${path}?${words}` : path;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await ask(path, { signal: signal ?? null, cache: 'no-cache', headers: { Accept: 'application/json' } });
  return (await response.json()) as T;
}

/** An answer that is not JSON, as text. */
export async function getText(path: string, type: string): Promise<string> {
  return (await ask(path, { cache: 'no-cache', headers: { Accept: type } })).text();
}

/** A file to be saved, under the name that the server gives it. */
export async function getFile(path: string): Promise<{ name: string; content: Blob }> {
  const response = await ask(path, { cache: 'no-cache', headers: { Accept: '*/*' } });
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'export';
  return { name, content: await response.blob() };
}

export async function send<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await ask(path, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

/** Sends one report or a file of reports as it is. */
export async function upload<T>(name: string, content: Blob | string): Promise<T> {
  const type = /\.(jsonl|ndjson)$/i.test(name) ? 'application/x-ndjson' : typeof content === 'string' ? 'text/plain' : 'application/octet-stream';
  const response = await ask(address('/reports', { name }), { method: 'POST', headers: { Accept: 'application/json', 'Content-Type': type }, body: content });
  return (await response.json()) as T;
}

async function ask(path: string, options: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(BASE + path, { credentials: 'same-origin', ...options });
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new ApiError(0, 'No answer', 'The server of this book does not answer. Is “tranche serve” still running?');
  }
  if (response.ok) return response;
  // A session that ran out shows the page for signing in, wherever the reader is.
  if (response.status === 401 && !path.startsWith('/session')) window.dispatchEvent(new Event('tranche:signed-out'));
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as Problem;
    return new ApiError(response.status, problem.title, problem.detail, problem.errors);
  } catch {
    return new ApiError(response.status, `Status ${response.status}`, 'The server answered with an error and no explanation.');
  }
}
