// A process that opens a database at a given moment, for the test of several that start together:
// `tsx tests/opening-process.ts FILE MIGRATIONS MILLISECONDS-SINCE-1970`.
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../src/lib/database/database.server';

const [file = '', migrations = '', at = '0'] = process.argv.slice(2);
console.log('ready');
await pause(Math.max(0, Number(at) - Date.now()));
await (await openDatabase({ file, migrations })).close();
