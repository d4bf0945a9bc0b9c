/** A text for people in both languages of the service. Words in braces are filled in by `fill`. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

/** The text in one language with each `{name}` replaced by its value; a value that is not known reads `?`. */
export function fill(text: Text, language: Language, values: Readonly<Record<string, unknown>>): string {
  return text[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (Array.isArray(value)) return value.join(language === 'zh' ? '、' : ', ');
    return value === undefined ? '?' : String(value);
  });
}
