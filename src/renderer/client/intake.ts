import type { SourceRef } from '../../shared/contract/importing.ts';
import { bridge, runToken } from './bridge.ts';

/** Share of the file handed over so far, 0–1. */
export type OnProgress = (share: number) => void;

/**
 * Hands a file over to the engine's side and answers with how to import it. The desktop shell takes it by
 * reference; a browser sends its bytes to the server on the same machine.
 * @throws Error with a sentence for the owner; `AbortError` when `signal` fires
 */
export const receive = async (
  file: File,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<SourceRef> => {
  const shell = bridge();
  if (shell) {
    const id = await shell.receive(file);
    onProgress(1);
    return { kind: 'received', id };
  }
  return { kind: 'received', id: await post(file, onProgress, signal) };
};

// XMLHttpRequest, since fetch does not report an upload's progress over HTTP/1.1.
const post = (file: File, onProgress: OnProgress, signal?: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/receive?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('x-clientele-token', runToken());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'text';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const id = request.status >= 200 && request.status < 300 ? idOf(request.responseText) : null;
      if (id === null) reject(new Error(refusal(request, file.name)));
      else resolve(id);
    };
    request.onerror = () =>
      reject(new Error(`${file.name} could not be read. It may have been moved or changed.`));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

// A refusal comes as one plain sentence.
const refusal = (request: XMLHttpRequest, name: string): string => {
  const said = request.responseText.trim();
  const plain = request.getResponseHeader('content-type')?.startsWith('text/plain') ?? false;
  return plain && said !== '' && said.length < 400 ? said : `${name} could not be read.`;
};

const idOf = (text: string): string | null => {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
      ? answer.id
      : null;
  } catch {
    return null;
  }
};
