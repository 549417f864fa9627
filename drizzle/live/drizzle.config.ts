// Migrations of live.db: meetings that take place now. Made by `npm run db:generate`, then edited by hand: drizzle has no word
// for WITHOUT ROWID, and a hidden rowid would keep the order in which people answered.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: ['./src/lib/live/tables.server.ts'],
	out: './drizzle/live'
});
