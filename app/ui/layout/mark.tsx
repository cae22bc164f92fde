/** The sounding line with its lead: knots up the line, a weight at its end. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 24 48"
      width={size / 2}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <g stroke="currentColor" strokeWidth="2" className="mark__line">
        <path d="M12 1v30" fill="none" />
        <path d="M4 9h16M7 17h10M7 25h10" fill="none" />
      </g>
      <path
        d="M12 30c3.4 3.4 5.6 8.4 5.6 11.6 0 3.2-2.4 5.4-5.6 5.4s-5.600-2.200-5.600-5.400C6.400 38.400 8.600 33.400 12 30z"
        fill="currentColor"
      />
    </svg>
  );
}
