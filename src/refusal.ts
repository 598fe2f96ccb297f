/** A rule said no. The message is Dutch, for the person who asked, and says what to do next. Not an error in the log. */
export class Refusal extends Error {}
