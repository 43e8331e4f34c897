/** What stands in [brackets] in a text that was offered, for who knows it to fill in. */
export const placeholders = (text: string): readonly string[] => text.match(/\[[^[\]]+\]/gu) ?? [];
