import { expect, it } from 'vitest';
import { listPictures } from './pictures';
import { sampleModule } from './sample-module';

it('lists each drawing of a module once, and nobody without one', () => {
	const names = listPictures(sampleModule.nodes).map((address) => /^\/art\/(.+)\.svg\?v=\w+$/.exec(address)?.[1]);
	expect(names.sort()).toEqual(['cast/lina', 'cast/sam', 'places/bus', 'places/phone']);
});
