/** A magnifying glass. */
export const SearchSign = () => <svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5L20 20" /></svg>;
