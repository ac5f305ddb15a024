package au.com.visibuild.scim.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogFilesTest {

    @Test
    void whatASpreadsheetWouldCalculateBecomesText() {
        for (String formula :
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠x")) {
            assertThat(LogFiles.cell(formula)).as(formula).isEqualTo("\"'" + formula + "\"");
        }
        assertThat(LogFiles.cell("=\"a\"")).isEqualTo("\"'=\"\"a\"\"\"");
    }

    @Test
    void otherTextStaysAsItIsAndIsQuotedWhereNeeded() {
        assertThat(LogFiles.cell("a-b=c+d@e")).isEqualTo("a-b=c+d@e");
        assertThat(LogFiles.cell("")).isEmpty();
        assertThat(LogFiles.cell(null)).isEmpty();
        assertThat(LogFiles.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(LogFiles.cell("say \"hi\"\nthere")).isEqualTo("\"say \"\"hi\"\"\nthere\"");
    }
}
