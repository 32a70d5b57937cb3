package fovea.visualization;

import fovea.evaluation.Mistake;
import fovea.image.PixelImage;
import fovea.image.PngEncoder;
import fovea.image.Resampling;
import fovea.problem.InvalidInputException;
import fovea.sample.ClassList;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The worst mistakes as a grid: picture, truth (solid outline), prediction (dashed) and the three
/// best scores.
final class MistakesView {
    /// Longer sides are scaled down, so that a report stays small enough to mail.
    private static final int LONGEST_SIDE = 224;

    /// Shown larger than they are, so that each pixel is seen as it is.
    private static final int SMALL_SIDE = 128;

    private static final int BARS = 3;

    private final ClassList classes;

    private MistakesView(ClassList classes) {
        this.classes = classes;
    }

    static String html(List<Mistake> mistakes, ClassList classes) {
        MistakesView view = new MistakesView(classes);
        return "<div class=\"mistakes\">"
                + mistakes.stream().map(view::figure).collect(Collectors.joining())
                + "</div>";
    }

    private String figure(Mistake mistake) {
        return "<figure>%s<figcaption><p>%s<i>taken for</i>%s</p>%s<code title=\"%s\">%s</code></figcaption></figure>"
                .formatted(
                        picture(mistake),
                        labels(mistake.sample().labels(), "truth"),
                        labels(mistake.predicted(), "guess"),
                        bars(mistake),
                        Html.escape(mistake.sample().id()),
                        Html.name(mistake.sample().id()));
    }

    private String labels(List<Integer> indices, String style) {
        return indices.isEmpty()
                ? "<span class=\"quiet\">no class</span>"
                : indices.stream().map(i -> label(i, style)).collect(Collectors.joining());
    }

    private String label(int index, String style) {
        return "<span class=\"%s\" style=\"--c:%s\">%s</span>"
                .formatted(style, ClassColors.web(index), Html.shortName(name(index), 22));
    }

    private String bars(Mistake mistake) {
        StringBuilder html = new StringBuilder("<ul>");
        for (int index : mistake.top(BARS)) {
            double percent = 100 * mistake.scores().scores().get(index);
            html.append(
                    String.format(
                            Locale.ROOT,
                            "<li class=\"%s\""
                                    + " style=\"--width:%.1f%%\"><span>%s</span><b>%.1f</b></li>",
                            mistake.sample().labels().contains(index) ? "yes" : "no",
                            Double.isFinite(percent) ? Math.clamp(percent, 0, 100) : 0,
                            Html.shortName(name(index), 18),
                            percent));
        }
        return html.append("</ul>").toString();
    }

    private String name(int index) {
        return index >= 0 && index < classes.size() ? classes.name(index) : "class " + index;
    }

    private static String picture(Mistake mistake) {
        try {
            PixelImage image = Resampling.fit(mistake.sample().image().load(), LONGEST_SIDE);
            String data = Base64.getEncoder().encodeToString(PngEncoder.encode(image));
            boolean small = Math.max(image.width(), image.height()) <= SMALL_SIDE;
            return "<img class=\"%s\" alt=\"%s\" src=\"data:image/png;base64,%s\"/>"
                    .formatted(small ? "small" : "large", Html.escape(mistake.sample().id()), data);
        } catch (InvalidInputException unreadable) {
            return "<div class=\"blank\" title=\"%s\">picture cannot be read</div>"
                    .formatted(Html.escape(String.valueOf(unreadable.getMessage())));
        }
    }
}
