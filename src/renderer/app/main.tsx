import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '../ui/base.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { styleNonce, takeToken } from '../client/bridge.ts';
import { App } from './app.tsx';
import { loadAppearance } from './session/appearance.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the app.');

takeToken();
setNonce(styleNonce());
const appearance = await loadAppearance();
createRoot(root).render(<App appearance={appearance} />);
