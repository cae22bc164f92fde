-- What this database was set up as, written by its first start; loaded_at is empty until that start was done.
CREATE TABLE soundings.installation (
  one       boolean PRIMARY KEY DEFAULT true CHECK (one),
  kind      text NOT NULL CHECK (kind IN ('installation', 'demonstration')),
  loaded_at timestamptz
);
