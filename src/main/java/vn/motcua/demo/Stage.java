package vn.motcua.demo;

import vn.motcua.access.DemoCast;
import vn.motcua.dossier.Rehearsal;

/** What the lives of all dossiers share: what is to be played, when, and through whom. */
record Stage(Script script, OfficeHours hours, Timeline timeline, DemoCast cast, Rehearsal rehearsal) {}
