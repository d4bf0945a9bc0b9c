/** What is personal in a world's requests and texts begins with this, so that it is found wherever it comes out. */
export const privateMark = '私密';

/** A citizen's or an officer's words of the step `n`. */
export const privateText = (n: number): string => `${privateMark}：第${n}件事的说明。`;

/** A citizen's telephone number of the step `n`. */
export const privatePhone = (n: number): string => `139 ${String(77_000_000 + n)}`;

/** How every such number begins. */
export const privatePhoneStart = '139 77';
