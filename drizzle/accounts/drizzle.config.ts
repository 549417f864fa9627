// Migrations of accounts.db: people with a responsibility, organisations, groups, training days,
// plans, badges, the instance. Made by `npm run db:generate`.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: ['auth', 'groups', 'ops', 'training', 'planning', 'certification'].map(
		(folder) => `./src/lib/${folder}/tables.server.ts`
	),
	out: './drizzle/accounts'
});
