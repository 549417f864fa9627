// What the page of a module's endings hands to its island.
import type { Graph } from '$lib/content/graph';

export interface EndingsData {
	graph: Graph;
	/** Address of the texts of all nodes. */
	nodes: string;
}
