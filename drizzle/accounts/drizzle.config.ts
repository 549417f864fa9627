// Migrations of accounts.db: people with a responsibility, organisations, groups, the instance. Made by `npm run db:generate`.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: ['./src/lib/auth/tables.server.ts', './src/lib/groups/tables.server.ts', './src/lib/ops/tables.server.ts'],
	out: './drizzle/accounts'
});
