// What a way of opening a database gives: one client that reads and one that writes. `database.server.ts` knows no more of either way.
import type { Client } from '@libsql/client';

export interface Clients {
	/** What errors call it: the path of its file, or its address. */
	name: string;
	/** Where what is read from it lies on this machine. */
	file: string;
	reader: Client;
	writer: Client;
	/** The error as a DatabaseError where the file or server is to blame; any other comes back unchanged. `committing`: it was the commit that failed. */
	describe(error: unknown, committing?: boolean): unknown;
	/** Sets up the writer before its first write and after an error: its connection may be gone, or must go (`fresh`). */
	repairWriter(fresh: boolean): Promise<void>;
	/** Runs a PRAGMA or VACUUM. */
	keepHouse(sql: string): Promise<void>;
	close(): Promise<void>;
}
