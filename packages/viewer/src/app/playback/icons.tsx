const paths = {
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 2.5h3v11H4zM9 2.5h3v11H9z",
  previous: "M11.5 2.5v11l-7-5.5zM3 2.5h1.5v11H3z",
  next: "M4.5 2.5v11l7-5.5zM11.5 2.5H13v11h-1.5z",
  first: "M13.5 3v10L8 8zM8 3v10L2.5 8zM1.5 3h1v10h-1z",
  last: "M2.5 3v10L8 8zM8 3v10l5.5-5zM13.5 3h1v10h-1z",
} as const;

/** A sign on a button. The button has the name. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
      <path d={paths[name]} />
    </svg>
  );
}
