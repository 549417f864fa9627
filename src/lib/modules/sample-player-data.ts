// What a page would hand to the Player for the sample module, at its start. For tests.
import player from '$messages/fr/player.json';
import type { PlayerData } from './player';
import { sampleGraph, sampleModule } from './sample-module';

const { nodes, summary } = sampleModule;

export const samplePlayerData: PlayerData = {
	locale: 'fr',
	messages: { player },
	graph: sampleGraph,
	nodes: { start: nodes.start! },
	summary,
	urls: { page: '#page', play: '#play', nodes: '#nodes', help: '#help', modules: '#modules', memo: '#memo' }
};
