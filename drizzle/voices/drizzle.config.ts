// Migrations of voices.db: counts without anybody behind them. Made by `npm run db:generate`, then edited by hand: drizzle
// has no word for WITHOUT ROWID, and a hidden rowid would keep the order of arrival.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: ['./src/lib/voices/tables.server.ts', './src/lib/indicators/tables.server.ts'],
	out: './drizzle/voices'
});
