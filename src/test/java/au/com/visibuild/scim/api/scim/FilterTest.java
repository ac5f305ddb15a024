package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.IdentityProvider;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters over HTTP (RFC 7644 §3.4.2.2), against three people of known shape. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FilterTest {

    @TestHTTPResource
    URI root;

    private static final String EVERYBODY = "ann bob cy";

    private IdentityProvider idp;
    private String annsId;
    private String annsCreation;

    @BeforeEach
    void aCompanyWithThreePeople() {
        idp = IdentityProvider.at(root);
        JsonNode ann = idp.make("'userName':'ann','externalId':'Ext-A','title':'Chief \\\"Fitter\\\"','nickName':'',"
                        + "'displayName':'Ann Bee','name':{'givenName':'Ann','familyName':'Bee'},"
                        + "'emails':[{'value':'a1@x.example-" + idp.tenant().mark()
                        + "','type':'work','primary':true},{'value':'a2@y.example','type':'home'}],'"
                        + IdentityProvider.ENTERPRISE + "':{'department':'Concrete','manager':{'value':'Boss-1'}}")
                .expect(201)
                .json();
        annsId = ann.path("id").asText();
        annsCreation = ann.at("/meta/created").asText();
        idp.made(
                "'userName':'Bob','active':false,'title':'fitter','emails':[{'value':'b1@x.example-bob','type':'home'}],"
                        + "'x509Certificates':[{'value':'MAo='}],'roles':[{'value':'r1','primary':true}],'"
                        + IdentityProvider.ENTERPRISE + "':{'employeeNumber':'10'}");
        idp.made("'userName':'cy','externalId':'ext-a','locale':'en-AU'");
    }

    /** The names of those whom the filter finds, in lower case; the admin does not count. */
    private String found(String filter) {
        TreeSet<String> names = new TreeSet<>();
        idp.find(filter)
                .expect(200)
                .json()
                .path("Resources")
                .forEach(person -> names.add(person.path("userName").asText().toLowerCase(Locale.ROOT)));
        names.removeIf(name -> name.startsWith("admin-"));
        return String.join(" ", names);
    }

    private void finds(String filter, String names) {
        assertThat(found(filter)).as(filter).isEqualTo(names);
    }

    private void refused(String filter) {
        Answer answer = idp.find(filter);
        assertThat(answer.status()).as("%s: %s", filter, answer).isEqualTo(400);
        answer.expectScimError(400);
        assertThat(answer.text("scimType")).as("%s: %s", filter, answer).isEqualTo("invalidFilter");
        Answer search = idp.search(
                "/Users/.search", "'filter':" + new TextNode(filter).toString().replace("'", "\\u0027"));
        assertThat(search.text("scimType")).as("%s by POST", filter).isEqualTo("invalidFilter");
    }

    @Test
    @Requirement({"FI-01", "FI-07", "FI-08", "FI-10", "FI-12"})
    void eachOperatorFindsWhatItSays() {
        finds("userName eq \"ANN\"", "ann");
        finds("userName eq \"an\"", "");
        finds("userName ne \"Ann\"", "bob cy");
        finds("userName co \"O\"", "bob");
        finds("userName sw \"B\"", "bob");
        finds("userName sw \"bob\"", "bob");
        finds("userName ew \"Y\"", "cy");
        finds("userName ew \"cy\"", "cy");
        finds("userName sw \"%\"", "");
        finds("userName co \"_\"", "");
        finds("userName lt \"bob\"", "ann");
        finds("userName le \"bob\"", "ann bob");
        finds("userName ge \"BOB\" and userName lt \"d\"", "bob cy");
        finds("userName gt \"bob\" and userName lt \"d\"", "cy");
        finds("title gt \"chief\"", "ann bob");
        finds("title ge \"FITTER\"", "bob");
        finds("displayName co \" b\"", "ann");
        finds("name.familyName ew \"ee\"", "ann");
    }

    @Test
    @Requirement({"FI-02", "AT-01", "FI-19"})
    void namesAndOperatorsAreReadInAnyCaseAndUnderTheirUrn() {
        finds("USERNAME Eq \"ann\"", "ann");
        finds("Name.GivenName SW \"a\" AND NOT (userName PR AND title EQ \"x\")", "ann");
        finds(IdentityProvider.USER + ":userName eq \"ann\"", "ann");
        finds(IdentityProvider.USER.toUpperCase(Locale.ROOT) + ":name.givenName eq \"ann\"", "ann");
        finds(IdentityProvider.ENTERPRISE + ":department eq \"concrete\"", "ann");
        finds(IdentityProvider.ENTERPRISE + ":manager.value eq \"boss-1\"", "ann");
        finds(IdentityProvider.ENTERPRISE + ":employeeNumber pr", "bob");
    }

    @Test
    @Requirement({"FI-12", "AT-20"})
    void theSchemaSaysWhetherCaseCounts() {
        finds("externalId eq \"Ext-A\"", "ann");
        finds("externalId eq \"ext-a\"", "cy");
        finds("externalId eq \"EXT-A\"", "");
        finds("externalId sw \"ext\"", "cy");
        finds("externalId co \"XT\"", "");
        finds("id eq \"" + annsId + "\"", "ann");
        finds("id eq \"" + annsId.toUpperCase(Locale.ROOT) + "X\"", "");
        finds("meta.resourceType eq \"user\"", "");
        finds("emails.value eq \"A2@Y.EXAMPLE\"", "ann");
    }

    @Test
    @Requirement({"FI-04", "FI-05"})
    void notBindsBeforeAndBeforeOr() {
        finds("userName eq \"cy\" or userName eq \"ann\" and title eq \"none\"", "cy");
        finds("(userName eq \"cy\" or userName eq \"ann\") and title eq \"none\"", "");
        finds("title eq \"none\" and userName eq \"ann\" or userName eq \"cy\"", "cy");
        finds("not (title pr) and userName lt \"d\" and userName gt \"b\"", "cy");
        finds("not(title pr) and userName eq \"cy\"", "cy");
        finds(
                "not (userName eq \"ann\" or userName eq \"bob\") and userName le \"cy\" and not (active eq false)",
                "cy");
        finds("not (not (userName eq \"ann\"))", "ann");
    }

    @Test
    @Requirement("FI-06")
    void literalsAreJson() {
        finds("title eq \"Chief \\\"Fitter\\\"\"", "ann");
        finds("title eq \"\\u0046itter\"", "bob");
        finds("title co \"f \\\"\"", "ann");
        finds("title eq \"fitter\\\\\"", "");
        finds("active eq false", "bob");
        finds("title eq null", "cy");
        refused("title eq 'fitter'");
        refused("title eq \"fitter\\x\"");
        refused("title eq \"fitter");
        refused("title eq 1");
        refused("title eq true");
        refused("active eq 1");
        refused("active eq TRUE1");
    }

    @Test
    void whatIsMadeWhenAPersonIsShownIsRefusedAndNotSilentlyMissed() {
        String manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
        refused("meta.location sw \"https\"");
        refused("meta.location pr");
        refused(manager + ".displayName eq \"Ann\"");
        refused("userName eq \"ann\" or not (" + manager + ".$ref pr)");
        finds(manager + " pr", "ann");
    }

    @Test
    @Requirement({"FI-09", "FI-20", "FI-21", "AT-19"})
    void whatIsNotThereIsNotPresent() {
        finds("title pr", "ann bob");
        finds("emails pr", "ann bob");
        finds("emails.value pr", "ann bob");
        finds("name pr", "ann");
        finds("name.middleName pr", "");
        finds("nickName pr", "");
        finds("active pr and userName le \"cy\" and not (userName sw \"ad\")", EVERYBODY);
        finds("title ne null", "ann bob");
        finds("title eq null and userName le \"cy\" and emails eq null", "cy");
        finds("title ne \"fitter\" and userName le \"cy\"", "ann cy");
        finds("not (title eq \"fitter\") and userName le \"cy\"", "ann cy");
        finds("title lt \"a\" or title ge \"a\"", "ann bob");
    }

    @Test
    @Requirement({"FI-13", "FI-14", "FI-15"})
    void ofManyValuesAnyMayMatchButOneElementWithinBrackets() {
        finds("emails.type eq \"work\" and emails.value co \"y.example\"", "ann");
        finds("emails[type eq \"work\" and value co \"y.example\"]", "");
        finds("emails[type eq \"HOME\" and value co \"y.example\"]", "ann");
        finds("emails[type eq \"home\"]", "ann bob");
        finds("emails[not (type eq \"home\")]", "ann");
        finds("emails[type eq \"home\" or primary eq true]", "ann bob");
        finds("emails[primary eq true and value pr]", "ann");
        finds("emails co \"x.example\"", "ann bob");
        finds("emails eq \"a2@y.example\"", "ann");
        finds("emails.type ne \"home\" and emails pr", "ann");
        finds("userName eq \"bob\" and emails[type eq \"home\"] and active eq false", "bob");
        finds("roles[value eq \"r1\" and primary eq true]", "bob");
        finds("roles eq \"r1\"", "bob");
    }

    @Test
    @Requirement("FI-18")
    void anExtensionIsFoundByItsUrn() {
        finds("schemas eq \"" + IdentityProvider.ENTERPRISE + "\"", "ann bob");
        finds("schemas eq \"" + IdentityProvider.USER + "\" and userName eq \"cy\"", "cy");
        finds("schemas eq \"urn:x:y\"", "");
    }

    @Test
    @Requirement("FI-10")
    void timesAreComparedAsInstants() {
        Instant created = Instant.parse(annsCreation);
        String there = created.atOffset(ZoneOffset.ofHours(10)).toString();

        finds("meta.created eq \"" + annsCreation + "\" and userName eq \"ann\"", "ann");
        finds("meta.created eq \"" + there + "\" and userName eq \"ann\"", "ann");
        finds("meta.created lt \"" + there + "\" and userName eq \"ann\"", "");
        finds("meta.created le \"" + there + "\" and userName eq \"ann\"", "ann");
        finds("meta.lastModified gt \"2001-01-01T00:00:00Z\" and title pr", "ann bob");
        finds("meta.lastModified gt \"" + created.plusSeconds(3600) + "\"", "");
        finds("meta.created ge \"" + created.minusMillis(1) + "\" and userName eq \"ann\"", "ann");
        refused("meta.created gt \"yesterday\"");
        refused("meta.created gt 2001");
    }

    @Test
    @Requirement({"FI-08", "FI-11", "FI-14", "FI-22"})
    void whatATypeDoesNotKnowIsRefused() {
        for (String filter : List.of(
                "active gt true",
                "active le false",
                "active co \"t\"",
                "meta.created co \"20\"",
                "meta.created sw \"2026\"",
                "x509Certificates.value gt \"MAo=\"",
                "x509Certificates.value co \"M\"",
                "name eq \"Ann\"",
                "name co \"Ann\"",
                "addresses eq \"x\"",
                "title gt null",
                "nonsense eq \"x\"",
                "nonsense pr",
                "emails.nonsense pr",
                "emails[nonsense pr]",
                "name.givenName.x eq \"a\"",
                "urn:x:y:title eq \"a\"",
                "userName[value eq \"ann\"]")) {
            refused(filter);
        }
        finds("x509Certificates.value eq \"MAo=\"", "bob");
    }

    @Test
    @Requirement({"FI-03", "FI-16", "FI-24"})
    void whatIsNoFilterIsRefusedAndNeverIgnored() {
        for (String filter : List.of(
                "",
                " ",
                "userName",
                "userName eq",
                "eq \"ann\"",
                "userName is \"ann\"",
                "userName = \"ann\"",
                "userName == \"ann\"",
                "userName regex \"a.*\"",
                "userName eq \"ann\" and",
                "or userName eq \"ann\"",
                "userName eq \"ann\" xor title pr",
                "userName eq \"ann\" title pr",
                "(userName eq \"ann\"",
                "userName eq \"ann\")",
                "()",
                "not userName eq \"ann\"",
                "not (userName eq \"ann\"",
                "emails[",
                "emails[]",
                "emails[type eq \"work\"",
                "emails[type eq \"work\"]]",
                "emails[type eq \"work\" and emails[value pr]]",
                "emails.type[value eq \"work\"]",
                "\"ann\" eq userName",
                "userName eq \"ann\" \"bob\"",
                "userName eq \"ann\"; drop table users",
                "userName eq \"ann\" -- x",
                "userName pr \"ann\"")) {
            refused(filter);
        }
    }

    @Test
    @Requirement({"FI-23", "US-09", "AT-22"})
    void nobodyCanGuessAPassword() {
        idp.made("'userName':'dee','password':'Tr0ub4dor'");
        for (String filter : List.of(
                "password eq \"Tr0ub4dor\"",
                "password pr",
                "not (password eq \"x\")",
                "userName eq \"dee\" and password sw \"T\"",
                IdentityProvider.USER + ":PASSWORD eq null")) {
            refused(filter);
        }
    }

    @Test
    void aQuoteInALiteralIsAQuote() {
        idp.made("'userName':'o\\u0027hara\\u0027; drop table users; --'");

        finds("userName eq \"o'hara'; drop table users; --\"", "o'hara'; drop table users; --");
        finds("userName co \"'\"", "o'hara'; drop table users; --");
        finds("userName sw \"o'\" and userName ew \"--\"", "o'hara'; drop table users; --");
    }

    @Test
    @Requirement("I18N-02")
    void textIsComparedAsPeopleReadIt() {
        idp.made("'userName':'Ζωή','displayName':'ZOË STRASSE'");

        finds("userName eq \"ζωή\"", "ζωή");
        finds("displayName eq \"zoë strasse\"", "ζωή");
        finds("displayName eq \"Zoe\u0308 strasse\"", "ζωή");
        finds("displayName sw \"zo\u00eb\"", "ζωή");
    }
}
