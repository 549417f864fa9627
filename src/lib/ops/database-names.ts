// The databases of an instance, each a file of the data folder with its migrations in drizzle/.

export const databaseNames = ['accounts', 'voices', 'live', 'moderation'] as const;
export type DatabaseName = (typeof databaseNames)[number];
