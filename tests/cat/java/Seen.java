import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.omegat.core.Core;
import org.omegat.core.data.ExternalTMX;
import org.omegat.core.data.PrepareTMXEntry;
import org.omegat.core.data.ProjectProperties;
import org.omegat.core.data.RealProject;
import org.omegat.core.data.SourceTextEntry;
import org.omegat.core.data.TMXEntry;
import org.omegat.core.matching.NearString;
import org.omegat.core.statistics.CalcMatchStatistics;
import org.omegat.core.statistics.FindMatches;
import org.omegat.filters2.master.PluginUtils;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderCSV;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;
import org.omegat.gui.stat.BaseMatchStatisticsPanel;
import org.omegat.tokenizer.DefaultTokenizer;
import org.omegat.tokenizer.ITokenizer;
import org.omegat.util.OConsts;
import org.omegat.util.ProjectFileStorage;
import org.omegat.util.RuntimePreferences;
import org.omegat.util.Token;

/**
 * What OmegaT sees of a project: a line for each thing, its fields parted by tabs.
 *
 * java -cp OmegaT.jar Seen.java CONFIG_FOLDER PROJECT_FOLDER ANSWER_FILE
 */
public final class Seen {
    private static final int MATCHES = OConsts.MAX_NEAR_STRINGS;
    private static PrintStream answer;

    private Seen() {
    }

    public static void main(String[] arguments) throws Exception {
        int status = 1;
        try {
            answer = new PrintStream(new File(arguments[2]), "UTF-8");
            look(open(arguments[0], new File(arguments[1])));
            say("end");
            answer.close();
            status = 0;
        } catch (Throwable error) {
            error.printStackTrace();
        }
        System.exit(status);  // OmegaT leaves threads behind
    }

    private static void look(RealProject project) throws Exception {
        memories(project);
        List<GlossaryEntry> terms = glossaries(new File(project.getProjectProperties().getGlossaryRoot()));
        int number = 0;
        for (SourceTextEntry entry : project.getAllEntries()) {
            number++;
            segment(project, number, entry);
            found(project, number, entry.getSrcText(), terms);
            matches(project, number, entry.getSrcText());
        }
        new CalcMatchStatistics(new Silent(), false).run();
    }

    private static RealProject open(String config, File folder) throws Exception {
        System.setProperty("java.awt.headless", "true");
        RuntimePreferences.setConfigDir(config);
        RuntimePreferences.setQuietMode(true);
        Map<String, String> none = new TreeMap<>();
        PluginUtils.loadPlugins(none);
        Core.initializeConsole(none);
        ProjectProperties properties = ProjectFileStorage.loadProjectProperties(folder);
        properties.verifyProject();
        RealProject project = new RealProject(properties);
        Core.setProject(project);
        project.loadProject(true);
        say("project", properties.getSourceLanguage(), properties.getTargetLanguage());
        return project;
    }

    private static void memories(RealProject project) {
        for (Map.Entry<String, ExternalTMX> memory : project.getTransMemories().entrySet()) {
            String name = new File(memory.getKey()).getName();
            say("memory", name);
            for (PrepareTMXEntry unit : memory.getValue().getEntries()) {
                say("unit", name, unit.source, unit.translation);
            }
        }
    }

    private static List<GlossaryEntry> glossaries(File folder) {
        List<GlossaryEntry> all = new ArrayList<>();
        File[] files = folder.listFiles();
        Arrays.sort(files, Comparator.comparing(File::getName));
        for (File file : files) {
            try {
                List<GlossaryEntry> read = read(file);
                say("glossary", file.getName());
                for (GlossaryEntry entry : read) {
                    say("term", file.getName(), entry.getSrcText(), entry.getLocText(), entry.getCommentText());
                }
                all.addAll(read);
            } catch (Exception error) {
                say("refused", file.getName(), error);
            }
        }
        return all;
    }

    /** The reader that OmegaT's glossary manager takes for a file of this name. */
    private static List<GlossaryEntry> read(File file) throws Exception {
        String name = file.getName().toLowerCase(Locale.ENGLISH);
        if (name.endsWith(".tbx")) {
            return GlossaryReaderTBX.read(file, false);
        }
        return name.endsWith(".csv") ? GlossaryReaderCSV.read(file, false) : GlossaryReaderTSV.read(file, false);
    }

    private static void segment(RealProject project, int number, SourceTextEntry entry) {
        TMXEntry known = project.getTranslationInfo(entry);
        say("segment", number, entry.getSrcText(), known.isTranslated() ? known.translation : "");
        if (entry.getSourceTranslation() != null) {
            say("given", number, entry.getSourceTranslation(), entry.isSourceTranslationFuzzy() ? "fuzzy" : "");
        }
    }

    /** As its glossary pane looks terms up: all stems of the term stand in the segment. */
    private static void found(RealProject project, int number, String text, List<GlossaryEntry> terms) {
        ITokenizer tokenizer = project.getSourceTokenizer();
        Locale locale = project.getProjectProperties().getSourceLanguage().getLocale();
        Token[] there = tokenizer.tokenizeWords(text.toLowerCase(locale), ITokenizer.StemmingMode.GLOSSARY);
        for (GlossaryEntry entry : terms) {
            String term = entry.getSrcText();
            Token[] wanted = tokenizer.tokenizeWords(term.toLowerCase(locale), ITokenizer.StemmingMode.GLOSSARY);
            if (wanted.length > 0 && DefaultTokenizer.isContainsAll(there, wanted, true)) {
                say("found", number, term, entry.getLocText());
            }
        }
    }

    private static void matches(RealProject project, int number, String text) throws Exception {
        FindMatches finder = new FindMatches(project.getSourceTokenizer(), MATCHES, true, false);
        for (NearString near : finder.search(project, text, true, false, () -> false)) {
            String from = near.projs.length > 0 ? new File(near.projs[0]).getName() : "";
            NearString.Scores best = near.scores[0];
            say("match", number, best.score, best.adjustedScore, from, near.source, near.translation);
        }
    }

    private static void say(String kind, Object... fields) {
        StringBuilder line = new StringBuilder(kind);
        for (Object field : fields) {
            String text = String.valueOf(field == null ? "" : field);
            line.append('\t').append(text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
        }
        answer.print(line.append('\n'));
    }

    /** The statistics are wanted as the file that they are also written to. */
    private static final class Silent extends BaseMatchStatisticsPanel {
        Silent() {
            super(null);
        }

        @Override
        public void appendTable(String title, String[] headers, String[][] cells) {
        }

        @Override
        public void setTable(String[] headers, String[][] cells) {
        }

        @Override
        public void finishData() {
        }

        @Override
        public void showProgress(int percent) {
        }

        @Override
        public void setTextData(String text) {
        }

        @Override
        public void setDataFile(String path) {
        }
    }
}
