-- A declaration may be changed until it is decided; what was suspected or decided is kept.
DROP TRIGGER conflict_is_kept ON conflict;
CREATE TRIGGER conflict_is_kept BEFORE DELETE ON conflict
  FOR EACH ROW WHEN (OLD.suspected_at IS NOT NULL OR OLD.decided_by_id IS NOT NULL) EXECUTE FUNCTION evaluation_is_kept();
