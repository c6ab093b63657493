/** The parts of a sentence: what it quotes, with its quotation marks, and the words between. */
export function partsOf(sentence: string): { text: string; isQuoted: boolean }[] {
  const quoted = /(“[^“”]*”|„[^„“]*“)/;
  // A pattern with a group splits into words and quotations by turns.
  const parts = sentence.split(quoted).map((text, at) => ({ text, isQuoted: at % 2 === 1 }));
  return parts.filter(({ text }) => text !== "");
}
