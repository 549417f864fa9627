// A thread of content:check (check-all.ts). Plain JavaScript, as it is what teaches the thread to read TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { takeShare } = await import('./check-share.ts');
const { listModuleFolders } = await import('../lib/content/locate.ts');

const folders = workerData.directories.flatMap((directory) => listModuleFolders(directory));
for (const found of takeShare(folders, workerData)) parentPort?.postMessage(found);
