-- Who must be told after a restore.
SELECT company.id, company.name
FROM company JOIN scim_settings ON scim_settings.company_id = company.id
WHERE scim_settings.enabled AND company.scim_feature
ORDER BY company.name;
