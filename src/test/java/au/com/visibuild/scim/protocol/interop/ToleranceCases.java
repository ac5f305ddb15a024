package au.com.visibuild.scim.protocol.interop;

import static au.com.visibuild.scim.protocol.interop.ToleranceCase.body;
import static au.com.visibuild.scim.protocol.interop.ToleranceCase.filter;
import static au.com.visibuild.scim.protocol.interop.ToleranceCase.patch;
import static au.com.visibuild.scim.protocol.interop.ToleranceCase.sort;

import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.patch.Patches;
import java.util.List;
import java.util.stream.Stream;

/** Each tolerance at least once, in each place where it may be needed. */
final class ToleranceCases {

    private static final String ADA = "{'userName':'ada'}";
    private static final String CORE = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'ada'";
    private static final String BOTH = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','~'],'userName':'ada'";
    private static final String MAILS = "{'emails':[{'value':'a@x','type':'work'},{'value':'b@x','type':'home'}]}";
    private static final String HOME = "{'emails':[{'value':'b@x','type':'home'}]}";
    private static final String URN = Patches.ENTERPRISE + ":";

    private ToleranceCases() {}

    static List<ToleranceCase> all() {
        return Stream.of(values(), managers(), targets(), names(), queries())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ToleranceCase> values() {
        return List.of(
                body(
                        Tolerance.T2,
                        ScimType.INVALID_VALUE,
                        "{" + CORE + ",'active':'True'}",
                        "{'userName':'ada','active':true}"),
                patch(
                        Tolerance.T2,
                        ScimType.INVALID_VALUE,
                        ADA,
                        "{'userName':'ada','active':false}",
                        "{'op':'replace','path':'active','value':'False'}"),
                body(
                        Tolerance.T7,
                        ScimType.INVALID_VALUE,
                        "{" + CORE + ",'roles':'a,b'}",
                        "{'userName':'ada','roles':[{'value':'a,b'}]}"),
                patch(
                        Tolerance.T7,
                        ScimType.INVALID_VALUE,
                        "{}",
                        "{'roles':[{'value':'Admin'}]}",
                        "{'op':'add','path':'roles','value':'Admin'}"),
                body(
                        Tolerance.T8,
                        ScimType.INVALID_VALUE,
                        "{" + CORE + ",'emails':{'value':'a@x'}}",
                        "{'userName':'ada','emails':[{'value':'a@x'}]}"),
                patch(
                        Tolerance.T8,
                        ScimType.INVALID_VALUE,
                        MAILS,
                        "{'emails':[{'value':'c@x'}]}",
                        "{'op':'replace','path':'emails','value':'c@x'}"),
                body(Tolerance.T9, Patches.object("{'userName':'ada','title':''}"), "{" + CORE + ",'title':''}", ADA),
                patch(
                        Tolerance.T9,
                        ScimType.INVALID_VALUE,
                        "{'userName':'ada','active':true}",
                        ADA,
                        "{'op':'replace','path':'active','value':''}"),
                body(
                        Tolerance.T18,
                        ScimType.INVALID_VALUE,
                        "{" + CORE + ",'emails':[{'value':'a','primary':true},{'value':'b','primary':true}]}",
                        "{'userName':'ada','emails':[{'value':'a','primary':true},{'value':'b','primary':false}]}"),
                patch(
                        Tolerance.T27,
                        ScimType.INVALID_VALUE,
                        ADA,
                        "{'userName':'ada','title':'T'}",
                        "{'op':'replace','path':'title','value':['T']}"),
                patch(
                        Tolerance.T27,
                        ScimType.INVALID_VALUE,
                        ADA,
                        "{'userName':'ada','title':'T'}",
                        "{'op':'replace','path':'title','value':[{'$ref':null,'value':'T'}]}"),
                patch(
                        Tolerance.T27,
                        ScimType.INVALID_VALUE,
                        ADA,
                        "{'userName':'ada','name':{'givenName':'A'}}",
                        "{'op':'replace','value':{'name':[{'givenName':'A'}]}}"));
    }

    private static List<ToleranceCase> managers() {
        return List.of(
                body(
                        Tolerance.T6,
                        ScimType.INVALID_VALUE,
                        "{" + BOTH + ",'~':{'manager':'m'}}",
                        "{'userName':'ada','~':{'manager':{'value':'m'}}}"),
                body(
                        Tolerance.T6,
                        ScimType.INVALID_SYNTAX,
                        "{" + BOTH + ",'~':{'manager':{'managerId':'m'}}}",
                        "{'userName':'ada','~':{'manager':{'value':'m'}}}"),
                patch(
                        Tolerance.T6,
                        ScimType.INVALID_VALUE,
                        "{}",
                        "{'~':{'manager':{'value':'m'}}}",
                        "{'op':'add','path':'~:manager','value':[{'value':'m'}]}"),
                patch(
                        Tolerance.T6,
                        ScimType.INVALID_SYNTAX,
                        "{}",
                        "{'~':{'manager':{'value':'m'}}}",
                        "{'op':'add','path':'~:manager','value':{'managerId':'m'}}"),
                patch(
                        Tolerance.T6,
                        ScimType.INVALID_PATH,
                        "{'userName':'ada','~':{'manager':{'value':'m'}}}",
                        ADA,
                        "{'op':'remove','path':'manager[value eq \\'m\\']'}"),
                patch(
                        Tolerance.T6,
                        ScimType.INVALID_PATH,
                        "{'userName':'ada','~':{'manager':{'value':'m'}}}",
                        ADA,
                        "{'op':'remove','path':'~:manager[value eq \\'m\\']'}"));
    }

    private static List<ToleranceCase> targets() {
        return List.of(
                patch(
                        Tolerance.T1,
                        ScimType.INVALID_SYNTAX,
                        ADA,
                        "{'userName':'b'}",
                        "{'op':'Replace','path':'userName','value':'b'}"),
                patch(
                        Tolerance.T2,
                        ScimType.INVALID_FILTER,
                        "{'roles':[{'primary':true,'value':'x'}]}",
                        "{'roles':[{'primary':true,'value':'Admin'}]}",
                        "{'op':'replace','path':'roles[primary eq \\'True\\'].value','value':'Admin'}"),
                patch(
                        Tolerance.T3,
                        ScimType.INVALID_PATH,
                        ADA,
                        "{'userName':'ada','name':{'givenName':'A'}}",
                        "{'op':'replace','value':{'name.givenName':'A'}}"),
                patch(
                        Tolerance.T3,
                        ScimType.INVALID_PATH,
                        ADA,
                        "{'userName':'ada','~':{'department':'D'}}",
                        "{'op':'add','path':'~.department','value':'D'}"),
                patch(
                        Tolerance.T4,
                        ScimType.NO_TARGET,
                        ADA,
                        "{'userName':'ada','emails':[{'type':'work','value':'x'}]}",
                        "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'x'}"),
                patch(
                        Tolerance.T5,
                        Patches.object("{}"),
                        MAILS,
                        HOME,
                        "{'op':'remove','path':'emails','value':[{'value':'a@x'}]}"),
                patch(
                        Tolerance.T12,
                        ScimType.MUTABILITY,
                        ADA,
                        "{'userName':'b'}",
                        "{'op':'replace','value':{'id':'1','userName':'b'}}"),
                patch(
                        Tolerance.T22,
                        ScimType.INVALID_FILTER,
                        MAILS,
                        HOME,
                        "{'op':'remove','path':'emails[type eq work]'}"));
    }

    private static List<ToleranceCase> names() {
        return List.of(
                body(Tolerance.T10, ScimType.INVALID_SYNTAX, "{" + CORE + ",'shoe':1}", ADA),
                body(
                        Tolerance.T10,
                        ScimType.INVALID_SYNTAX,
                        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','urn:x'],'userName':'ada'}",
                        ADA),
                body(
                        Tolerance.T10,
                        ScimType.INVALID_SYNTAX,
                        "{'schemas':['urn:scim:schemas:core:1.0','urn:scim:schemas:extension:enterprise:1.0'],"
                                + "'userName':'ada','urn:scim:schemas:extension:enterprise:1.0':{'department':'D'}}",
                        "{'userName':'ada','~':{'department':'D'}}"),
                patch(Tolerance.T10, ScimType.INVALID_PATH, ADA, ADA, "{'op':'add','path':'shoeSize','value':'9'}"),
                body(
                        Tolerance.T11,
                        ScimType.INVALID_SYNTAX,
                        "{" + CORE + ",'~':{'department':'D'}}",
                        "{'userName':'ada','~':{'department':'D'}}"),
                body(
                        Tolerance.T25,
                        ScimType.INVALID_SYNTAX,
                        "{'userName':'ada','~':{'department':'D'}}",
                        "{'userName':'ada','~':{'department':'D'}}"),
                body(Tolerance.T25, ScimType.INVALID_SYNTAX, "{'schemas':null,'userName':'ada'}", ADA),
                body(Tolerance.T25, ScimType.INVALID_SYNTAX, "{'schemas':[],'userName':'ada'}", ADA),
                body(
                        Tolerance.T25,
                        ScimType.INVALID_SYNTAX,
                        "{'schemas':['~'],'userName':'ada','~':{'department':'D'}}",
                        "{'userName':'ada','~':{'department':'D'}}"),
                patch(
                        Tolerance.T26,
                        ScimType.INVALID_PATH,
                        ADA,
                        "{'userName':'ada','~':{'department':'D'}}",
                        "{'op':'replace','path':'department','value':'D'}"),
                patch(
                        Tolerance.T26,
                        ScimType.INVALID_PATH,
                        "{'userName':'ada','~':{'employeeNumber':'1'}}",
                        ADA,
                        "{'op':'remove','path':'EmployeeNumber'}"));
    }

    private static List<ToleranceCase> queries() {
        return List.of(
                filter(Tolerance.T2, "active eq \"True\"", "active eq true"),
                filter(Tolerance.T22, "externalId eq jyoung", "externalId eq \"jyoung\""),
                filter(
                        Tolerance.T23,
                        "emails[type eq \"work\"].value eq \"x\"",
                        "emails[type eq \"work\" and value eq \"x\"]"),
                filter(Tolerance.T24, "manager eq \"y\"", URN + "manager.value eq \"y\""),
                filter(Tolerance.T26, "employeeNumber eq \"1\"", URN + "employeeNumber eq \"1\""),
                filter(
                        Tolerance.T26,
                        "userName sw \"a\" and not (DEPARTMENT pr or division co \"x\")",
                        "userName sw \"a\" and not (" + URN + "department pr or " + URN + "division co \"x\")"),
                sort(Tolerance.T26, " costCenter", URN + "costCenter"));
    }
}
