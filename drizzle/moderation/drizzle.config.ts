// Migrations of moderation.db: sentences that wait to be read by two adults. WITHOUT ROWID is added by hand, as in voices.db.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: ['./src/lib/moderation/tables.server.ts'],
	out: './drizzle/moderation'
});
