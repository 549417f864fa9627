// A process that opens a database, migrating it as needed, and closes it again.
import { openDatabase, type DatabaseOptions } from '../src/lib/database/database.server';

const options: DatabaseOptions = JSON.parse(process.argv[2] ?? '');
await (await openDatabase(options)).close();
