// What tests run inside the browser; plain JavaScript, since the tests' own project has no DOM.

/** @returns {Promise<{ status: unknown, id: string }>} what the page gets by a call and by sending a file */
export const useEverything = async () => {
  const token = location.hash.replace('#token=', '');
  const headers = { 'x-clientele-token': token, 'content-type': 'application/json' };
  const status = await fetch('/rpc/portfolio/status', { method: 'POST', headers, body: '{}' });
  const stream = await fetch('/rpc/events/watch', { method: 'POST', headers, body: '{}' });
  const reader = stream.body.getReader();
  let text = '';
  while (!text.includes('"dataVersion":1')) text += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  const file = await fetch('/receive?name=a.csv', { method: 'POST', headers, body: new Blob(['a;b']) });
  return { status: await status.json(), id: (await file.json()).id };
};

/** @param {string} token @returns {Promise<void>} */
export const watchEvents = async (token) => {
  const headers = { 'x-clientele-token': token, 'content-type': 'application/json' };
  await fetch('/rpc/events/watch', { method: 'POST', headers, body: '{}' });
};

/** @returns {Promise<unknown>} */
export const showReview = () => {
  const nonce = document.querySelector('style[nonce]')?.nonce ?? '';
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><style nonce="${nonce}">p{color:rgb(9,8,7)}</style><p>review</p><script>document.body.append('ran')</script>`;
  const shown = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  return shown.then(() => undefined);
};

/** @returns {Promise<void>} tries what the policy forbids */
export const misbehave = async () => {
  const script = document.createElement('script');
  script.textContent = 'document.body.dataset.inline = "ran"';
  document.body.append(script);
  const style = document.createElement('style');
  style.textContent = 'p { color: rgb(250, 0, 0) }';
  document.body.append(style);
  const image = document.createElement('img');
  image.src = 'http://elsewhere.example/x.png';
  document.body.append(image);
  await fetch('http://elsewhere.example/').catch(() => undefined);
  const base = document.createElement('base');
  base.href = 'http://elsewhere.example/';
  document.head.append(base);
  await new Promise((resolve) => setTimeout(resolve, 200));
};

/** @param {string} target @returns {Promise<{ answers: string[], script: string }>} what a stranger's page gets */
export const attack = async (target) => {
  const tries = [
    fetch(`${target}/`, { credentials: 'include' }),
    fetch(`${target}/rpc/portfolio/status`, { method: 'POST', credentials: 'include', body: '{}' }),
    fetch(`${target}/rpc/portfolio/create`, {
      method: 'POST',
      mode: 'no-cors',
      credentials: 'include',
      body: '{"json":{"name":"Hostile"}}',
    }).then(({ type }) => Promise.reject(new Error(type))),
  ];
  const script = document.createElement('script');
  script.src = `${target}/assets/app.js`;
  const loaded = new Promise((resolve) => {
    script.onload = () => resolve('loaded');
    script.onerror = () => resolve('blocked');
  });
  document.body.append(script);
  const frame = document.createElement('iframe');
  frame.src = `${target}/`;
  document.body.append(frame);
  const answers = await Promise.allSettled(tries);
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { answers: answers.map(({ status }) => status), script: await loaded };
};

/** @param {string} target sends a form, which needs no permission */
export const sendForm = (target) => {
  const form = document.createElement('form');
  form.method = 'POST';
  form.enctype = 'text/plain';
  form.action = `${target}/rpc/portfolio/create`;
  document.body.append(form);
  form.submit();
};

/** @param {string} token @returns {Promise<unknown>} */
export const askStatus = async (token) => {
  const headers = { 'x-clientele-token': token };
  return (await fetch('/rpc/portfolio/status', { method: 'POST', headers, body: '{}' })).json();
};
