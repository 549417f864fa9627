// Playwright's web server: the production build on a fresh demo, in a folder that the last test (aftermath) reads.
import { mkdirSync, rmSync } from 'node:fs';
import { startInstance } from './start';
import { e2eFolder, e2ePort } from './place';

rmSync(e2eFolder, { recursive: true, force: true });
mkdirSync(e2eFolder, { recursive: true });
const server = await startInstance({ port: e2ePort, folder: e2eFolder });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop().then(() => process.exit(0)));
