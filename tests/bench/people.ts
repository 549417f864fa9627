// `npm run bench:people`: first screens and lists at three sizes of a network, each figure beside its goal. Load goes to 127.0.0.1
// only, one request at a time: p95 of a page is what one person waits for; then a room that signs in. `--only lists` runs the parts whose name contains it.
import { print, type Row } from './rows';
import { measureLists } from './lists';
import { measureSignIn } from './sign-in';

const parts: Record<string, () => Promise<Row[]>> = { lists: measureLists, 'sign-in': measureSignIn };
const flag = process.argv.indexOf('--only');
const only = flag > 0 ? (process.argv[flag + 1] ?? '') : '';
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) if (name.includes(only)) rows.push(...(await measure()));
process.exit(print(rows) ? 0 : 1);
