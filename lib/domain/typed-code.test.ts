import { describe, expect, it } from 'vitest';
import { typedCodeSchema } from './typed-code';

describe('a code as it is typed', () => {
  it.each([' strawhat ', 'StrawHat', 'ＳＴＲＡＷＨＡＴ', 'straw hat'])('%j is STRAWHAT', (typed) =>
    expect(typedCodeSchema.parse(typed)).toBe('STRAWHAT'),
  );
  it.each(['', '   ', 'x'.repeat(41)])('%j is none', (typed) =>
    expect(typedCodeSchema.safeParse(typed).success).toBe(false),
  );
});
