package fovea.app.frame;

import fovea.app.jobs.Jobs;
import fovea.app.settings.Settings;
import fovea.app.text.Texts;
import fovea.app.theme.Theme;

/// What every room works with.
public record Tools(Texts texts, Theme theme, Jobs jobs, Settings settings, Workplace workplace) {}
