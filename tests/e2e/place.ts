import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the journeys' server listens (E2E_PORT where several checkouts run at once), and its data folder. */
export const e2ePort = Number(process.env.E2E_PORT || 4180);
export const e2eOrigin = `http://localhost:${e2ePort}`;
export const e2eFolder = join(tmpdir(), e2ePort === 4180 ? 'relais-e2e' : `relais-e2e-${e2ePort}`);

/** Whether that server is two processes behind nginx (`npm run test:e2e:several`). */
export const isSeveral = process.env.E2E_SEVERAL === '1';
