// Small numbers of known ranges as one large number, each taking exactly the room that its range needs: a choice between three
// costs a third of what a byte would hold.

/** Collects small numbers, the first to be read first. */
export class DigitWriter {
	private readonly parts: [digit: bigint, radix: bigint][] = [];

	/** Adds 0..radix-1. */
	write(digit: number | bigint, radix: number | bigint): void {
		this.parts.push([BigInt(digit), BigInt(radix)]);
	}

	/** Adds any whole number from 0; small ones are short: four bits up to 7, eight up to 63. */
	writeCount(count: number): void {
		this.write(count % 8, 8);
		this.write(count >= 8 ? 1 : 0, 2);
		if (count >= 8) this.writeCount(Math.floor(count / 8));
	}

	toValue(): bigint {
		return this.parts.reduceRight((value, [digit, radix]) => value * radix + digit, 0n);
	}
}

/** Reads small numbers back, in the same order and with the same ranges. Past the end there are only zeros. */
export class DigitReader {
	constructor(private value: bigint) {}

	read(radix: number): number {
		return Number(this.readLarge(BigInt(radix)));
	}

	readLarge(radix: bigint): bigint {
		const digit = this.value % radix;
		this.value /= radix;
		return digit;
	}

	/** A count of at most six rounds (262,143); null when it claims to be larger. */
	readCount(): number | null {
		let count = 0;
		for (let round = 0; round < 6; round++) {
			count += this.read(8) * 8 ** round;
			if (this.read(2) === 0) return count;
		}
		return null;
	}

	/** True when nothing but zeros is left. */
	get isEmpty(): boolean {
		return this.value === 0n;
	}
}
