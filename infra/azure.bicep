// Everything Common Ground needs in one Azure resource group: a web app, a bot registration, a Cosmos DB account, a
// storage account for the anchors of the audit and a Key Vault. One user-assigned managed identity is the bot's own
// identity, reads the secrets, reads and writes the records and adds anchors, so no account key exists, and no password
// but the one that Microsoft Graph asks for, where it is used.

@minLength(4)
@maxLength(20)
@description('Base of every resource name. Lower-case letters, digits and hyphens; unique across Azure.')
param resourceBaseName string

@description('Region of all patient data. UK South unless the controller decides otherwise.')
param location string = 'uksouth'

@maxLength(42)
@description('The name people see beside the bot.')
param botDisplayName string

@description('Pricing tier of the App Service plan. The web app is always on, so the smallest is B1.')
param webAppSku string

@description('Host name the app is reached at. Change it only after the custom domain is bound to the web app.')
param publicDomain string = '${resourceBaseName}.azurewebsites.net'

@description('Client id of the Entra application the tab signs in with.')
param entraClientId string

@description('Entra tenant whose people may sign in.')
param entraTenantId string

@description('Entra object id of who becomes administrator of the app while nobody is one.')
param firstAdministrator string

@minValue(1)
@description('How many days nobody can change or delete an anchor of the audit. As long as the records are kept.')
param anchorDays int

@secure()
@description('Optional secret of that application. With it the app can act in Microsoft Graph for whoever is signed in.')
param entraClientSecret string = ''

@secure()
@minLength(43)
@description('Key of the hash that finds a person: 32 random bytes in base64. Losing or changing it loses everyone.')
param personHashKey string

var publicUrl = 'https://${publicDomain}'
var databaseName = 'common-ground'
var graphSecretName = 'entra-client-secret'
var anchorAccountName = '${take(replace(resourceBaseName, '-', ''), 17)}anchors' // an account's name has no hyphen

// Built-in roles. The first two are Azure's, the third is Cosmos DB's own and only known inside the account.
var keyVaultSecretsUserRole = '4633458b-17de-408a-b874-0445c86b69e6'
var blobDataContributorRole = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var cosmosDataContributorRole = '00000000-0000-0000-0000-000000000002'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${resourceBaseName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: webAppSku
  }
  properties: {
    reserved: true // Azure's word for Linux
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  dependsOn: [
    identityReadsSecrets // or the first start finds no key
    identityUsesRecords
    identityKeepsAnchors
    graphSecret
  ]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false // any instance may answer any request
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts' // only runs npm at deployment; the app starts with the Node of its own lock file
      // Without the setting V8 keeps some 13 MB more for young objects that it needed once, at the start (npm start has it too).
      appCommandLine: 'node_modules/.bin/node --max-semi-space-size=16 bot/main.ts'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      appSettings: [
        { name: 'PORT', value: '8080' }
        { name: 'PUBLIC_URL', value: publicUrl }
        { name: 'MICROSOFT_APP_ID', value: identity.properties.clientId }
        { name: 'MICROSOFT_APP_TYPE', value: 'UserAssignedMSI' }
        { name: 'MICROSOFT_APP_TENANT_ID', value: identity.properties.tenantId }
        { name: 'ENTRA_TENANT_ID', value: entraTenantId }
        { name: 'ENTRA_CLIENT_ID', value: entraClientId }
        { name: 'ENTRA_CLIENT_SECRET', value: empty(entraClientSecret) ? '' : '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${graphSecretName})' }
        { name: 'FIRST_ADMINISTRATOR', value: firstAdministrator }
        { name: 'COSMOS_ENDPOINT', value: cosmos.properties.documentEndpoint }
        { name: 'COSMOS_DATABASE', value: databaseName }
        { name: 'ANCHORS_CONTAINER_URL', value: '${anchorAccount.properties.primaryEndpoints.blob}${anchorContainer.name}' }
        { name: 'PERSON_HASH_KEY', value: '@Microsoft.KeyVault(SecretUri=${personHashSecret.properties.secretUri})' }
        { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId } // which identity the Azure SDK signs in as
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'true' }
        { name: 'CUSTOM_BUILD_COMMAND', value: 'npm ci --omit=dev' } // the lock file's packages, for this platform
      ]
    }
  }
}

resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: webApp
  name: 'scm'
  properties: {
    allow: false
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${resourceBaseName}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0' // Teams is a standard channel: no message limit, no charge
  }
  properties: {
    displayName: botDisplayName
    endpoint: '${publicUrl}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: identity.properties.tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teamsChannel 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: '${resourceBaseName}-cosmos'
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [
      { name: 'EnableServerless' }
    ]
    locations: [
      { locationName: location, failoverPriority: 0 }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous30Days'
      }
    }
    disableLocalAuth: true // account keys do not work; only the role assignment below does
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: cosmos
  name: databaseName
  properties: {
    resource: {
      id: databaseName
    }
  }
}

resource recordsContainer 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: 'records'
  properties: {
    resource: {
      id: 'records'
      partitionKey: {
        paths: ['/scope']
        kind: 'Hash'
        version: 2
      }
      // The same definition as bot/store/containers.ts; a test compares them.
      indexingPolicy: loadJsonContent('records.indexing.json')
    }
  }
}

resource accessContainer 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: 'access'
  properties: {
    resource: {
      id: 'access'
      partitionKey: {
        paths: ['/key']
        kind: 'Hash'
        version: 2
      }
      indexingPolicy: loadJsonContent('access.indexing.json')
    }
  }
}

resource identityUsesRecords 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: cosmos
  name: guid(cosmos.id, identity.id, cosmosDataContributorRole)
  properties: {
    principalId: identity.properties.principalId
    roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/${cosmosDataContributorRole}'
    scope: cosmos.id
  }
}

// The daily seals of the audit, outside the store. Blobs can be added, and neither changed nor deleted in their time. The
// policy is made unlocked, so that a trial can be taken down; lock it before there is a real record (README).
resource anchorAccount 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: anchorAccountName
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false // account keys do not work; only the role assignment below does
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource anchorBlobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: anchorAccount
  name: 'default'
}

resource anchorContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: anchorBlobs
  name: 'anchors'
  properties: {
    publicAccess: 'None'
  }
}

resource anchorPolicy 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = {
  parent: anchorContainer
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: anchorDays
    allowProtectedAppendWrites: false
  }
}

resource identityKeepsAnchors 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: anchorContainer
  name: guid(anchorContainer.id, identity.id, blobDataContributorRole)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributorRole)
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${resourceBaseName}-kv'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true // a deleted key can be brought back for 90 days
  }
}

resource personHashSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'person-hash-key'
  properties: {
    value: personHashKey
  }
}

resource graphSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(entraClientSecret)) {
  parent: vault
  name: graphSecretName
  properties: {
    value: entraClientSecret
  }
}

resource identityReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, keyVaultSecretsUserRole)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUserRole)
  }
}

// The toolkit keeps these in infra/env/.env.<environment>; the manifest and the deployment read them from there.
output APP_DOMAIN string = publicDomain
output APP_SERVICE_RESOURCE_ID string = webApp.id
output BOT_ID string = identity.properties.clientId
