import type { Electron, Session, WebContents } from './electron.ts';
import { openExternal } from './external-links.ts';

/** What a page of the app may load: its own files, and what it made itself. */
const OWN = /^(?:app:\/\/clientele\/|data:|blob:app:\/\/clientele\/|devtools:\/\/)/;

/** Every window and frame stays on the page it was opened with. */
export const guardContents = (electron: Pick<Electron, 'shell'>, contents: WebContents): void => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (details) => {
    // the printed review is shown in a frame whose text the page itself gives
    if (details.isMainFrame || details.url !== 'about:srcdoc') details.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(electron.shell, url);
    return { action: 'deny' };
  });
};

/** No permission is given, and no request leaves the machine, whatever a page asks. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !OWN.test(url) }));
};
