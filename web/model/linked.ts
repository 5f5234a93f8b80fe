// Numbers of matters inside a sentence, so that a page can make links of them.

export interface Piece {
  text: string;
  number: boolean;
}

const kNumber = /([A-Z]{1,6}-\d{4}-\d{6})/;

export function piecesOf(sentence: string): Piece[] {
  return sentence.split(kNumber).map((text, i) => ({ text, number: i % 2 === 1 })).filter((piece) => piece.text !== '');
}
